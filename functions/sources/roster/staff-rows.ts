import { isEmptyRange, type CaseloadAssignment } from "../../domain/people/caseload-assignment.ts";
import { addDays, day, type Day } from "../../domain/calendar/day.ts";
import { studentId } from "../../domain/ids.ts";
import {
  isEmail,
  NO_EMAIL,
  staffRoleOf,
  type StaffRecord,
} from "../../domain/people/staff-member.ts";
import type { Fields } from "../values/fields.ts";
import { instantOf } from "../values/instant.ts";
import { readGrade } from "./roster-rows.ts";

/** A staff record with the word that its file has for the role; a word that names no role gives none. */
export interface StaffAsSent extends StaffRecord {
  readonly roleAsSent: string;
}

export const staff = (fields: Fields): StaffAsSent => {
  const roleAsSent = fields.translated("role", fields.text("role"));
  const isRemoved = fields.yesNo("isRemoved") === true;
  const role = staffRoleOf(roleAsSent);
  const email = readEmail(fields);
  // Nobody could say which role it takes away.
  if (isRemoved && role === null && roleAsSent !== "") fields.fail("role", "not-a-listed-value");
  return {
    staff: fields.id("staff"),
    name: fields.text("name"),
    role,
    roleAsSent,
    schools: semicolonList(fields.text("schools")),
    counselors: semicolonList(fields.text("counselors")),
    ...(email !== "" && { email }),
    isRemoved,
    recordedAt: readInstant(fields, "recordedAt"),
  };
};

/**
 * An address, or the word that removes one; any other text is set aside, and the role still
 * applies.
 */
function readEmail(fields: Fields): string {
  const value = fields.text("email");
  if (value === "" || isEmail(value)) return value;
  if (value.toLowerCase() === NO_EMAIL) return NO_EMAIL;
  fields.fail("email", "not-an-email");
  return "";
}

export const caseload = (fields: Fields): CaseloadAssignment => {
  const counselor = fields.text("counselor");
  if (counselor === "") fields.fail("counselor", "missing-value");
  const student = fields.id("student");
  // A student is in one school at a time: what else the row says of the student says nothing more.
  if (student !== "") {
    return {
      ...{ counselor, student: studentId(student), school: "" },
      ...{ grade: null, familyNameFrom: "", familyNameUntil: "" },
    };
  }
  const school = fields.id("school");
  if (school === "") fields.fail(fields.has("student") ? "student" : "school", "missing-value");
  const range = {
    familyNameFrom: fields.text("familyNameFrom"),
    familyNameUntil: fields.text("familyNameUntil"),
  };
  if (isEmptyRange(range)) fields.fail("familyNameUntil", "ends-before-it-begins");
  return { counselor, student: null, school, grade: readGrade(fields, "grade"), ...range };
};

/** An instant in UTC as ISO text, so that two compare as text; empty where none is given. */
function readInstant(fields: Fields, field: string): string {
  const value = fields.text(field);
  if (value === "") return "";
  const instant = instantOf(value);
  if (instant === null) {
    fields.fail(field, "not-a-day");
    return "";
  }
  // What is still to come would hold against everything that is recorded until then.
  const { receivedOn } = fields;
  if (receivedOn !== null && dayOf(instant) > addDays(receivedOn, 1)) {
    fields.fail(field, "day-still-to-come");
  }
  return instant;
}

const dayOf = (instant: string): Day => day(instant.slice(0, 10));

const semicolonList = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(";")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  ),
];
