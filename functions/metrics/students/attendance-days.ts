import { ABSENT_DAY_MILLI } from "../../domain/calendar/attendance.ts";
import { addDays, type Day } from "../../domain/calendar/day.ts";
import type { SchoolId } from "../../domain/ids.ts";
import {
  calendarFor,
  instructionalDaysIn,
  type SchoolCalendar,
} from "../../domain/calendar/school-calendar.ts";
import type { Enrollment } from "../../domain/people/student.ts";
import type { StudentRecord } from "./school-records.ts";

/** With fewer days enrolled, a tenth of them says nothing (the minimum of EDFacts FS195). */
export const MINIMUM_ENROLLED_DAYS = 10;

/**
 * Whole days of one student in a span: days enrolled that are instructional days, and days absent
 * among these.
 */
export interface AttendanceDays {
  readonly enrolledDays: number;
  readonly absentDays: number;
}

/**
 * Counts a student's days from `from` to `to`, both included: instructional days of the calendar
 * that applies to each enrollment, each day once if enrollments overlap. Absences on other days do
 * not count, and half a day or more missed is an absent day. (EDFacts FS195 counts days enrolled in
 * the same way.)
 */
export function attendanceDays(
  record: Pick<StudentRecord, "enrollments" | "absences">,
  calendars: ReadonlyMap<SchoolId, SchoolCalendar>,
  from: Day,
  to: Day,
): AttendanceDays {
  const until = addDays(to, 1);
  let enrolledDays = 0;
  let absentDays = 0;
  let counted = from;
  for (const enrollment of inOrder(record.enrollments)) {
    const ofSchool = calendars.get(enrollment.school);
    const begins = enrollment.enteredOn > counted ? enrollment.enteredOn : counted;
    const ends =
      enrollment.withdrewOn !== null && enrollment.withdrewOn < until
        ? enrollment.withdrewOn
        : until;
    if (ofSchool === undefined || ends <= begins) continue;
    const calendar = calendarFor(ofSchool, enrollment);
    enrolledDays += instructionalDaysIn(calendar, begins, ends);
    const inSession = daysInSession(calendar);
    for (const { on, absentMilli } of record.absences) {
      if (absentMilli < ABSENT_DAY_MILLI || on < begins || on >= ends) continue;
      if (inSession.has(on)) absentDays++;
    }
    counted = ends;
  }
  return { enrolledDays, absentDays };
}

/** The instructional days of a calendar to be looked up: every absence of its students asks. */
function daysInSession({ instructionalDays }: SchoolCalendar): ReadonlySet<Day> {
  let days = IN_SESSION.get(instructionalDays);
  if (days === undefined) IN_SESSION.set(instructionalDays, (days = new Set(instructionalDays)));
  return days;
}

const IN_SESSION = new WeakMap<readonly Day[], ReadonlySet<Day>>();

const inOrder = (enrollments: readonly Enrollment[]): readonly Enrollment[] =>
  enrollments.length < 2
    ? enrollments
    : [...enrollments].sort((a, b) =>
        a.enteredOn === b.enteredOn
          ? a.school < b.school
            ? -1
            : 1
          : a.enteredOn < b.enteredOn
            ? -1
            : 1,
      );
