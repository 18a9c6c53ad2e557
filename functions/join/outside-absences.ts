import { dayNumber } from "../domain/calendar/day.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import { calendarFor, schoolCalendar } from "../domain/calendar/school-calendar.ts";
import type { Enrollment } from "../domain/people/student.ts";
import { rangeOf, type AbsencesByStudent } from "../sources/attendance/absences-by-student.ts";
import type { District } from "./assemble-district.ts";

/**
 * How many absences lie on days on which their student was not enrolled, or none of the student's
 * schools was in session: weekends, holidays, days after a withdrawal. They are kept, and no measure
 * counts them. Each is reported at only one of the student's schools, and a school that sends no
 * calendar is in session on any day.
 * @returns a function that counts those of the students of one school
 */
export function outsideAbsences(
  { enrollments, calendars }: Pick<District, "enrollments" | "calendars">,
  absences: AbsencesByStudent,
): (school: SchoolId, students: readonly StudentId[]) => number {
  const sessionsOf = sessionDays(calendars);
  return (school, students) => {
    let outside = 0;
    for (const student of students) {
      const [from, until] = rangeOf(absences, student);
      const own = enrollments.get(student) ?? [];
      if (from === until || own.some((enrollment) => enrollment.school < school)) continue;
      outside += until - from - absencesInside(absences, from, until, own.map(sessionsOf));
    }
    return outside;
  };
}

/** The days of one enrollment on which its school is in session. */
interface EnrolledDays {
  /** Day numbers: the first day, and the one after the last. */
  readonly from: number;
  readonly until: number;
  /** The day numbers of the calendar; null where the school sends none. */
  readonly inSession: ReadonlySet<number> | null;
}

/** The days of enrollments; each calendar of a school is made once. */
function sessionDays(calendars: District["calendars"]): (enrollment: Enrollment) => EnrolledDays {
  const made = new Map<string, ReadonlySet<number>>();
  const inSession = (enrollment: Enrollment): ReadonlySet<number> | null => {
    const days = calendars.get(enrollment.school);
    if (days === undefined) return null;
    const key = `${enrollment.school}\n${enrollment.calendar ?? ""}`;
    const before = made.get(key);
    if (before !== undefined) return before;
    const calendar = calendarFor(schoolCalendar(enrollment.school, days), enrollment);
    const numbers = new Set(calendar.instructionalDays.map(dayNumber));
    made.set(key, numbers);
    return numbers;
  };
  return (enrollment) => ({
    from: dayNumber(enrollment.enteredOn),
    until: enrollment.withdrewOn === null ? Infinity : dayNumber(enrollment.withdrewOn),
    inSession: inSession(enrollment),
  });
}

function absencesInside(
  { days }: AbsencesByStudent,
  from: number,
  until: number,
  enrolled: readonly EnrolledDays[],
): number {
  let inside = 0;
  for (let absence = from; absence < until; absence++) {
    const day = days[absence] ?? 0;
    for (const { from: first, until: end, inSession } of enrolled) {
      if (day < first || day >= end || inSession?.has(day) === false) continue;
      inside++;
      break;
    }
  }
  return inside;
}
