import { addDays, type Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { schoolOn, type Enrollment } from "../../domain/people/student.ts";
import { attendanceDays, type AttendanceDays } from "./attendance-days.ts";
import type { SchoolRecords, StudentRecord } from "./school-records.ts";

/** A student's school year up to the as-of day, at one of the student's schools. */
export interface YearAtSchool {
  /** Days enrolled at this school, and days absent among them. */
  readonly here: AttendanceDays;
  /** The as-of day, or the last day before it on which the student was enrolled here. */
  readonly lastDayHere: Day;
  /**
   * Whether no other school of the district counted the student later: then the district counts the
   * student here.
   */
  readonly isLastSchool: boolean;
}

/** Null if the student was not enrolled in the school this school year. */
export function yearAtSchool(
  record: StudentRecord,
  { school, calendars }: Pick<SchoolRecords, "school" | "calendars">,
  asOf: Day,
): YearAtSchool | null {
  const since = firstDayOf(schoolYearOf(asOf));
  const { absences } = record;
  const own = record.enrollments.filter((enrollment) => enrollment.school === school);
  const lastDayHere = lastDayOf(own, since, asOf);
  const lastDay = lastDayOf(record.enrollments, since, asOf);
  if (lastDayHere === null || lastDay === null) return null;
  return {
    here: attendanceDays({ enrollments: own, absences }, calendars, since, asOf),
    lastDayHere,
    isLastSchool: schoolOn(record.enrollments, lastDay) === school,
  };
}

/** The last day of the year so far that an enrollment covers. */
function lastDayOf(enrollments: readonly Enrollment[], since: Day, asOf: Day): Day | null {
  let last: Day | null = null;
  for (const { enteredOn, withdrewOn } of enrollments) {
    const on = withdrewOn === null || withdrewOn > asOf ? asOf : addDays(withdrewOn, -1);
    if (on < since || on < enteredOn) continue;
    if (last === null || on > last) last = on;
  }
  return last;
}
