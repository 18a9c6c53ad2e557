/**
 * From the fields of a record to a row of a canonical table: one small reader a table, so that a
 * profile only names columns. A reader returns a row in any case; the fields say whether a fault
 * was found, and then the row is dropped.
 */
import type { Excusal } from "../domain/attendance.ts";
import { day, type Day } from "../domain/day.ts";
import { GRADES, isGrade, type Grade } from "../domain/grade.ts";
import { planId, schoolId, studentId, type SchoolId, type StudentId } from "../domain/ids.ts";
import {
  FOCUS_AREAS,
  GOAL_DOMAINS,
  GOAL_STATUSES,
  PARTICIPANTS,
  PLAN_STATUSES,
  PLAN_TYPES,
  REVIEW_STATES,
  type ActionStep,
  type Goal,
  type Plan,
  type PlanReview,
} from "../domain/plan.ts";
import { schoolYear, type SchoolYear } from "../domain/school-year.ts";
import type {
  DisciplineIncident,
  Enrollment,
  ProgramParticipation,
  Student,
} from "../domain/student.ts";
import type { Fields } from "./fields.ts";
import type { CanonicalTable } from "./profile.ts";

/** A school, the district, or a part of either. */
export interface Organization {
  readonly id: string;
  readonly type: "district" | "school" | "other";
  readonly name: string;
}

/** What one school does on one day. */
export interface CalendarDay {
  readonly school: SchoolId;
  readonly on: Day;
  readonly isInstructional: boolean;
}

/** One attendance record of a student and day: 0 thousandths absent means present. */
export interface AttendanceRecord {
  readonly student: StudentId;
  readonly on: Day;
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

/** A term of the school year. Read so that a sessions file is checked; nothing is computed from it. */
export interface Session {
  readonly title: string;
  readonly beginsOn: Day;
  readonly endsOn: Day;
}

export interface CanonicalRows {
  readonly organization: Organization;
  readonly session: Session;
  readonly calendarDay: CalendarDay;
  readonly person: Student;
  readonly enrollment: Enrollment;
  readonly attendance: AttendanceRecord;
  readonly program: ProgramParticipation;
  readonly incident: DisciplineIncident;
  readonly plan: Plan;
  readonly goal: Goal;
  readonly actionStep: ActionStep;
  readonly review: PlanReview;
}

type Readers = { readonly [T in CanonicalTable]: (fields: Fields) => CanonicalRows[T] };

export const CANONICAL_READERS: Readers = {
  organization: (fields) => ({
    id: fields.id("id"),
    type: fields.oneOf("type", ["district", "school", "other"]) ?? "other",
    name: fields.text("name"),
  }),
  session: (fields) => ({
    title: fields.text("title"),
    beginsOn: fields.requiredDay("beginsOn"),
    endsOn: fields.requiredDay("endsOn"),
  }),
  calendarDay: (fields) => ({
    school: schoolId(fields.id("school")),
    on: fields.requiredDay("on"),
    isInstructional: fields.oneOf("event", ["instructional", "off"]) === "instructional",
  }),
  person: (fields) => ({
    student: studentId(fields.id("student")),
    givenName: fields.text("givenName"),
    familyName: fields.text("familyName"),
    birthOn: fields.day("birthOn"),
    grade: readGrade(fields),
  }),
  enrollment: (fields) => ({
    student: studentId(fields.id("student")),
    school: schoolId(fields.id("school")),
    // OneRoster lets a role begin at no stated day: the student has been there for as long as asked.
    ...readStay(fields, "enteredOn", "withdrewOn", BEFORE_ALL_RECORDS),
  }),
  attendance: readAttendance,
  program: (fields) => {
    const { enteredOn, withdrewOn } = readStay(fields, "beganOn", "endedOn");
    return {
      student: studentId(fields.id("student")),
      program: fields.text("program"),
      beganOn: enteredOn,
      endedOn: withdrewOn,
    };
  },
  incident: (fields) => ({
    incident: fields.id("incident"),
    student: studentId(fields.id("student")),
    school: schoolId(fields.id("school")),
    occurredOn: fields.requiredDay("occurredOn"),
    behavior: fields.text("behavior"),
    action: fields.text("action"),
  }),
  plan: (fields) => {
    const { enteredOn, withdrewOn } = readStay(fields, "openedOn", "closedOn");
    const status = fields.oneOf("status", PLAN_STATUSES) ?? "draft";
    // Without the day nobody could say until when it was open.
    if (status === "closed" && withdrewOn === null) fields.fail("closedOn", "missing-value");
    return {
      plan: planId(fields.id("plan")),
      student: studentId(fields.id("student")),
      planType: fields.oneOf("planType", PLAN_TYPES) ?? "other",
      schoolYear: readSchoolYear(fields),
      status,
      openedOn: enteredOn,
      closedOn: withdrewOn,
      counselor: fields.text("counselor"),
    };
  },
  goal: (fields) => ({
    goal: fields.id("goal"),
    plan: planId(fields.id("plan")),
    domain: fields.oneOf("domain", GOAL_DOMAINS) ?? "academic",
    description: fields.text("description"),
    measurement: fields.text("measurement"),
    setOn: fields.requiredDay("setOn"),
    targetOn: fields.day("targetOn"),
    status: fields.oneOf("status", GOAL_STATUSES) ?? "not-started",
    statusOn: fields.day("statusOn"),
  }),
  actionStep: (fields) => ({
    actionStep: fields.id("actionStep"),
    goal: fields.id("goal"),
    description: fields.text("description"),
    owner: fields.text("owner"),
    focusArea: fields.oneOf("focusArea", FOCUS_AREAS) ?? "",
    dueOn: fields.day("dueOn"),
    completedOn: fields.day("completedOn"),
  }),
  review: (fields) => {
    const state = fields.oneOf("state", REVIEW_STATES) ?? "scheduled";
    const heldOn = fields.day("heldOn");
    if (state === "held" && heldOn === null) fields.fail("heldOn", "missing-value");
    return {
      review: fields.id("review"),
      plan: planId(fields.id("plan")),
      state,
      scheduledOn: fields.day("scheduledOn"),
      heldOn,
      participants: fields.listOf("participants", PARTICIPANTS),
      focusAreas: fields.listOf("focusAreas", FOCUS_AREAS),
    };
  },
};

/** A grade as CEDS codes it: `9` is 09, and of a list of grades the first counts. */
function readGrade(fields: Fields): Grade | null {
  const value = fields.text("grade").split(",")[0]?.trim() ?? "";
  if (value === "") return null;
  const code = /^\d$/.test(value) ? `0${value}` : value;
  if (isGrade(code)) return code;
  return fields.oneOf("grade", GRADES);
}

const BEFORE_ALL_RECORDS = day("1900-01-01");

function readStay(fields: Fields, from: string, until: string, unstated: Day | null = null) {
  const enteredOn = fields.day(from) ?? unstated ?? fields.requiredDay(from);
  const withdrewOn = fields.day(until);
  if (withdrewOn !== null && withdrewOn < enteredOn) fields.fail(until, "ends-before-it-begins");
  return { enteredOn, withdrewOn };
}

/** A school year is named by the calendar year in which it ends: a whole number, of this age. */
function readSchoolYear(fields: Fields): SchoolYear {
  const year = fields.number("schoolYear") ?? 0;
  if (!Number.isInteger(year)) fields.fail("schoolYear", "not-a-number");
  else if (year < 1990 || year > 2100) fields.fail("schoolYear", "day-out-of-range");
  return schoolYear(year);
}

/** Kinds of attendance records: `partial` is absent for the part of the day that the record gives. */
const ATTENDANCE_KINDS = ["present", "excused", "unexcused", "absent", "partial"] as const;

function readAttendance(fields: Fields): AttendanceRecord {
  const kind = fields.oneOf("kind", ATTENDANCE_KINDS) ?? "present";
  const portion = fields.number("portionAbsent");
  if (portion !== null && (portion < 0 || portion > 1))
    fields.fail("portionAbsent", "not-a-number");
  return {
    student: studentId(fields.id("student")),
    on: fields.requiredDay("on"),
    absentMilli: absentMilli(kind, portion),
    excusal: kind === "excused" || kind === "unexcused" ? kind : "unknown",
  };
}

/** An absence without a portion is a whole day; a part of a day of unknown length is not counted absent. */
function absentMilli(kind: (typeof ATTENDANCE_KINDS)[number], portion: number | null): number {
  switch (kind) {
    case "present":
      return 0;
    case "partial":
      return Math.round((portion ?? 0) * 1000);
    case "excused":
    case "unexcused":
    case "absent":
      return Math.round((portion ?? 1) * 1000);
  }
}
