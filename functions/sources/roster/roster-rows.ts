import {
  RACE_ETHNICITIES,
  SEXES,
  type RaceEthnicity,
  type Sex,
} from "../../domain/people/demographics.ts";
import { day, type Day } from "../../domain/calendar/day.ts";
import { GRADES, isGrade, type Grade } from "../../domain/people/grade.ts";
import { schoolId, studentId, type SchoolId, type StudentId } from "../../domain/ids.ts";
import type { ProgramParticipation, Student } from "../../domain/people/student.ts";
import { readBirth } from "../values/birth-date.ts";
import type { Fields } from "../values/fields.ts";
import type { IdType } from "../profiles/profile.ts";

/** A school, the district, or a part of either. */
export interface Organization {
  readonly id: string;
  readonly type: "district" | "school" | "other";
  readonly name: string;
}

/** One student in one class of a school: it shows the enrollment at the school where nothing else does. */
export interface ClassEnrollment {
  readonly student: StudentId;
  readonly school: SchoolId;
  /** Null where the file does not say. */
  readonly beginsOn: Day | null;
  /** The first day that no longer counts. */
  readonly endsOn: Day | null;
}

/** A student as one file describes them, with the other identifiers that it has. */
export interface Person extends Student {
  readonly identifiers: readonly Identifier[];
}

export interface Identifier {
  readonly idType: IdType;
  readonly value: string;
}

const ORGANIZATION_TYPES = ["district", "school", "other"] as const;

export const organization = (fields: Fields): Organization => ({
  id: fields.id("id"),
  type: fields.oneOf("type", ORGANIZATION_TYPES) ?? "other",
  name: fields.text("name"),
});

export const person = (fields: Fields): Person => {
  const grade = readGrade(fields, "grade");
  return {
    student: studentId(fields.id("student")),
    givenName: fields.text("givenName"),
    familyName: fields.text("familyName"),
    birthOn: readBirth(fields, grade),
    grade,
    sex: readSex(fields),
    raceEthnicity: readRaceEthnicity(fields),
    identifiers: readIdentifiers(fields),
  };
};

export const classEnrollment = (fields: Fields): ClassEnrollment => {
  const beginsOn = fields.day("beginsOn");
  const endsOn = fields.endDay("endsOn");
  if (beginsOn !== null && endsOn !== null && endsOn < beginsOn) {
    fields.fail("endsOn", "ends-before-it-begins");
  }
  return {
    student: studentId(fields.id("student")),
    school: schoolId(fields.id("school")),
    beginsOn,
    endsOn,
  };
};

export const program = (fields: Fields): ProgramParticipation => {
  const { enteredOn, withdrewOn } = readDates(fields, "beganOn", "endedOn", BEFORE_ALL_RECORDS);
  return {
    student: studentId(fields.id("student")),
    program: fields.translated("program", fields.text("program")),
    beganOn: enteredOn,
    endedOn: withdrewOn,
  };
};

/** Common spellings of grades that CEDS codes otherwise; a profile's own map comes before them. */
const GRADE_SPELLINGS: ReadonlyMap<string, Grade> = new Map([
  ["k", "KG"],
  ["kindergarten", "KG"],
  ["0", "KG"],
  ["00", "KG"],
  ["-1", "PK"],
  ["prek", "PK"],
  ["pre-k", "PK"],
  ["pre k", "PK"],
  ["prekindergarten", "PK"],
  ["pre-kindergarten", "PK"],
  ["preschool", "PK"],
  ["p3", "PK"],
  ["p4", "PK"],
  ["pk3", "PK"],
  ["pk4", "PK"],
  ["transitional kindergarten", "TK"],
  ["infant", "IT"],
  ["infant/toddler", "IT"],
  ["ungraded", "UG"],
  ["ung", "UG"],
  // CEDS codes a college's years as one; its UG is ungraded.
  ["undergraduate", "PS"],
  ["postsecondary", "PS"],
  ["first", "01"],
  ["second", "02"],
  ["third", "03"],
  ["fourth", "04"],
  ["fifth", "05"],
  ["sixth", "06"],
  ["seventh", "07"],
  ["eighth", "08"],
  ["ninth", "09"],
  ["tenth", "10"],
  ["eleventh", "11"],
  ["twelfth", "12"],
  ["freshman", "09"],
  ["sophomore", "10"],
  ["junior", "11"],
  ["senior", "12"],
  // Kindergarten for half or all of the day, and Texas's early education.
  ["kf", "KG"],
  ["kh", "KG"],
  ["kp", "KG"],
  ["ka", "KG"],
  ["k3", "PK"],
  ["k4", "PK"],
  ["k5", "KG"],
  ["fk", "KG"],
  ["hk", "KG"],
  ["ee", "PK"],
  ["-2", "PK"],
]);

/** A grade as CEDS codes it: `9` is 09, and of a list of grades the first counts. */
export function readGrade(fields: Fields, field: string): Grade | null {
  const sent = fields.text(field).split(",")[0]?.trim() ?? "";
  if (sent === "") return null;
  const value = fields.translated(field, sent);
  return gradeSpelt(value) ?? gradeSpelt(spokenGrade(value)) ?? fields.oneOf(field, GRADES);
}

function gradeSpelt(value: string): Grade | null {
  const code = /^\d$/.test(value) && value !== "0" ? `0${value}` : value.toUpperCase();
  return isGrade(code) ? code : (GRADE_SPELLINGS.get(value.toLowerCase()) ?? null);
}

/** "Grade 9", "G9", "9th grade", "09 - Ninth", "Freshman (9)", "9.0": the part that is the grade. */
const spokenGrade = (value: string): string =>
  value
    .toLowerCase()
    .replace(/^([^()]+?)\s*\([^()]*\)$/, "$1")
    .replace(/^gr(?:ade|ado)?(?=[\d\s.:-])[\s.:-]*|^g(?=\d)|\s+grade$/g, "")
    .replace(/^0?(\d{1,2})\s*-\s*(?:[a-z ]+|0?\1(?:st|nd|rd|th)(?: grade)?)$/, "$1")
    .replace(/^0?(\d{1,2})(?:st|nd|rd|th|\.0+)$/, "$1");

/** The first day of an enrollment of which no file says when it began. */
export const BEFORE_ALL_RECORDS = day("1900-01-01");

/** The days of an enrollment, the end being the first day that no longer counts. */
export function readDates(
  fields: Fields,
  from: string,
  until: string,
  unstated: Day | null = null,
) {
  const enteredOn = fields.day(from) ?? unstated ?? fields.requiredDay(from);
  const withdrewOn = fields.endDay(until);
  if (withdrewOn === null || withdrewOn >= enteredOn) return { enteredOn, withdrewOn };
  fields.fail(until, "ends-before-it-begins");
  return { enteredOn, withdrewOn: null };
}

const SEX_LETTERS: ReadonlyMap<string, Sex> = new Map([
  ["f", "female"],
  ["m", "male"],
  ["x", "other"],
  ["n", "other"],
  ["u", "unspecified"],
  ["girl", "female"],
  ["woman", "female"],
  ["boy", "male"],
  ["man", "male"],
  ["nonbinary", "other"],
  ["non-binary", "other"],
]);

/** What a district does not ask for must not cost it the student: an unlisted sex is unspecified. */
function readSex(fields: Fields): Sex | null {
  const value = fields.translated("sex", fields.text("sex")).toLowerCase();
  if (value === "") return null;
  const listed = SEXES.find((sex) => sex === value);
  return listed ?? SEX_LETTERS.get(value) ?? "unspecified";
}

const RACES = [
  ["isAmericanIndian", "american-indian"],
  ["isAsian", "asian"],
  ["isBlack", "black"],
  ["isPacificIslander", "pacific-islander"],
  ["isWhite", "white"],
] as const;

/** One field, or the flags of OneRoster: Hispanic or Latino first, then one race, then several (EDFacts). */
function readRaceEthnicity(fields: Fields): RaceEthnicity | null {
  if (fields.yesNo("isHispanic") === true) return "hispanic";
  if (fields.has("raceEthnicity")) {
    const named = fields.listOf("raceEthnicity", RACE_ETHNICITIES);
    if (named.includes("hispanic")) return "hispanic";
    return named.length > 1 ? "multiple" : (named[0] ?? null);
  }
  const races = RACES.filter(([field]) => fields.yesNo(field) === true);
  if (races.length > 1 || fields.yesNo("isMultiple") === true) return "multiple";
  return races[0]?.[1] ?? null;
}

function readIdentifiers(fields: Fields): readonly Identifier[] {
  const written = fields.text("otherIds");
  const others = written === "" ? [] : written.split(/[;,]/);
  return [
    { idType: "state", value: fields.id("stateId") } as const,
    { idType: "local", value: fields.id("localId") } as const,
    { idType: "username", value: fields.id("username") } as const,
    { idType: "email", value: fields.id("email") } as const,
    ...others.map((value) => ({ idType: "platform", value: value.trim() }) as const),
  ].filter(({ value }) => value !== "" && !STANDS_FOR_NONE.test(value));
}

/** What is typed where a student has no identifier yet: those who share it are not one person. */
const STANDS_FOR_NONE = /^(?:0+|(\d)\1{7,}|none|unknown|pending|tbd|temp|unassigned)$/i;
