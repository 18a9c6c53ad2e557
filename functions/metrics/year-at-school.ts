import { addDays, type Day } from "../domain/calendar/day.ts";
import type { Grade } from "../domain/people/grade.ts";
import { firstDayOf, schoolYearOf } from "../domain/calendar/school-year.ts";
import { schoolOn, type Enrollment } from "../domain/people/student.ts";
import { attendanceDays, MINIMUM_ENROLLED_DAYS, type AttendanceDays } from "./attendance-days.ts";
import type { AssessedStudent } from "./metric.ts";
import type { SchoolRecords, StudentRecord } from "./school-records.ts";

/** A student's school year up to the as-of day, as one of their schools has it. */
export interface YearAtSchool {
  /** Days enrolled at this school, and absent of those. */
  readonly here: AttendanceDays;
  /** The as-of day, or the last day before it on which the student was enrolled here. */
  readonly lastDayHere: Day;
  /** Whether no other school of the district counted the student later: then the district counts them here. */
  readonly isLastSchool: boolean;
}

/** Null where the student was not enrolled in the school this school year. */
export function yearAtSchool(
  record: StudentRecord,
  { school, calendars }: Pick<SchoolRecords, "school" | "calendars">,
  asOf: Day,
): YearAtSchool | null {
  const since = firstDayOf(schoolYearOf(asOf));
  const own = record.stays.filter((stay) => stay.school === school);
  const lastDayHere = lastDayOf(own, since, asOf);
  const lastDay = lastDayOf(record.stays, since, asOf);
  if (lastDayHere === null || lastDay === null) return null;
  return {
    here: attendanceDays({ ...record, stays: own }, calendars, since, asOf),
    lastDayHere,
    isLastSchool: schoolOn(record.stays, lastDay) === school,
  };
}

/** The last day of the year so far that a stay covers. */
function lastDayOf(stays: readonly Enrollment[], since: Day, asOf: Day): Day | null {
  let last: Day | null = null;
  for (const { enteredOn, withdrewOn } of stays) {
    const on = withdrewOn === null || withdrewOn > asOf ? asOf : addDays(withdrewOn, -1);
    if (on < since || on < enteredOn) continue;
    if (last === null || on > last) last = on;
  }
  return last;
}

/** EDFacts FS195 is of kindergarten to grade 12 and ungraded students. */
const OTHER_GRADES: readonly (Grade | null)[] = ["IT", "PR", "PK", "PS", "Other"];

/** Whether a student counts as one of the school year: at this school, or here for the whole district. */
export function isOfYear(
  { record, attendance, year }: Pick<AssessedStudent, "record" | "attendance" | "year">,
  of: "school" | "district",
): boolean {
  if (OTHER_GRADES.includes(record.student.grade)) return false;
  switch (of) {
    case "school":
      return year.here.enrolledDays >= MINIMUM_ENROLLED_DAYS;
    case "district":
      return year.isLastSchool && attendance.enrolledDays >= MINIMUM_ENROLLED_DAYS;
  }
}
