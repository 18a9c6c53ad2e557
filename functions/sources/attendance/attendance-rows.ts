import { KIND_FIELDS } from "../profiles/canonical-fields.ts";
import type { Excusal } from "../../domain/calendar/attendance.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { schoolId, studentId, type SchoolId, type StudentId } from "../../domain/ids.ts";
import type { SchoolYear } from "../../domain/calendar/school-year.ts";
import type { Fields } from "../values/fields.ts";
import { readSchoolYear } from "../plans/plan-rows.ts";
import { ATTENDANCE_KINDS, type AttendanceKind } from "../profiles/profile.ts";

/** One attendance record of a student and day: 0 thousandths absent means present. */
export interface AttendanceRecord {
  readonly student: StudentId;
  readonly on: Day;
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

/** What a source says of a student's whole year. It stays a total: no day is made of it. */
export interface AttendanceTotal {
  readonly student: StudentId;
  readonly school: SchoolId | null;
  readonly schoolYear: SchoolYear;
  readonly asOf: Day | null;
  /** Days, which may be parts of days. */
  readonly enrolledDays: number | null;
  readonly absentDays: number;
  readonly excusedDays: number | null;
  readonly unexcusedDays: number | null;
}

export function attendance(fields: Fields): AttendanceRecord {
  const portion = readPortion(fields);
  if (portion === null && !KIND_FIELDS.some(fields.has)) {
    fields.fail(AMOUNTS.find(fields.has) ?? "portionAbsent", "missing-value");
  }
  const isStated = KIND_FIELDS.some((field) => fields.text(field) !== "");
  // Where nothing says what kind of day it was, the part missed does.
  const kind = isStated || portion === null ? readKind(fields) : absence(fields);
  return {
    student: studentId(fields.id("student")),
    on: fields.requiredDay("on"),
    absentMilli: absentMilli(kind, portion),
    excusal: kind === "excused" || kind === "unexcused" ? kind : "unknown",
  };
}

export const attendanceTotal = (fields: Fields): AttendanceTotal => {
  const school = fields.id("school");
  const enrolledDays = readDays(fields, "enrolledDays");
  const absent = readDays(fields, "absentDays");
  // No number is not none.
  if (absent === null) fields.fail("absentDays", "missing-value");
  const absentDays = absent ?? 0;
  // Nobody is absent on more days than they are enrolled.
  if (enrolledDays !== null && absentDays > enrolledDays) fields.fail("absentDays", "not-a-number");
  return {
    student: studentId(fields.id("student")),
    school: school === "" ? null : schoolId(school),
    schoolYear: readSchoolYear(fields),
    asOf: fields.day("asOf"),
    enrolledDays,
    absentDays,
    excusedDays: readDays(fields, "excusedDays"),
    unexcusedDays: readDays(fields, "unexcusedDays"),
  };
};

function readDays(fields: Fields, field: string): number | null {
  const days = fields.number(field);
  if (days === null || (days >= 0 && days <= 366)) return days;
  fields.fail(field, "not-a-number");
  return null;
}

const AMOUNTS: readonly string[] = ["portionAbsent", "portionPresent", "minutesAbsent"];

/** One word, or flags: absent, and whether excused or exempt, which is no absence at all. */
export function readKind(fields: Fields): AttendanceKind {
  const kind = fields.oneOf("kind", ATTENDANCE_KINDS);
  if (kind !== null) return kind;
  if (fields.yesNo("isAbsent") !== true && fields.yesNo("isPresent") !== false) return "present";
  return absence(fields);
}

function absence(fields: Fields): AttendanceKind {
  const isExcused = fields.yesNo("isExcused");
  if (fields.yesNo("isExempt") === true) return "present";
  return isExcused === null ? "absent" : isExcused ? "excused" : "unexcused";
}

/** The part of the day missed, 0 to 1; null where the record does not say. */
function readPortion(fields: Fields): number | null {
  const possible = fields.number("minutesPossible");
  const minutes = fields.number("minutesAbsent");
  const present = fields.share("portionPresent");
  const portion =
    fields.share("portionAbsent") ??
    (present === null ? null : 1 - present) ??
    (minutes === null || possible === null || possible <= 0 ? null : minutes / possible);
  if (portion === null || (portion >= 0 && portion <= 1)) return portion;
  fields.fail(
    fields.has("portionAbsent")
      ? "portionAbsent"
      : fields.has("minutesAbsent")
        ? "minutesAbsent"
        : "portionPresent",
    "not-a-number",
  );
  return null;
}

/** An absence without a portion is a whole day; a part of a day of unknown length is not counted absent. */
export function absentMilli(kind: AttendanceKind, portion: number | null): number {
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
