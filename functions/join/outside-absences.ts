import type { Absence } from "../domain/calendar/attendance.ts";
import type { SchoolId } from "../domain/ids.ts";
import {
  calendarFor,
  isInstructional,
  schoolCalendar,
  type SchoolCalendar,
} from "../domain/calendar/school-calendar.ts";
import { isEnrolledOn } from "../domain/people/student.ts";
import type { District } from "./assemble-district.ts";

/**
 * How many absences lie on days on which their student was not enrolled, or none of the student's
 * schools was in session: weekends, holidays, days after a withdrawal. They are kept, and no measure
 * counts them. Each is reported at only one of the student's schools, and a school that sends no
 * calendar is in session on any day.
 */
export function outsideAbsences(
  { enrollments, calendars }: Pick<District, "enrollments" | "calendars">,
  school: SchoolId,
  absences: readonly Absence[],
): number {
  const made = new Map<SchoolId, SchoolCalendar>();
  const calendarOf = (id: SchoolId): SchoolCalendar | undefined => {
    const days = calendars.get(id);
    if (days === undefined) return undefined;
    const calendar = made.get(id) ?? schoolCalendar(id, days);
    made.set(id, calendar);
    return calendar;
  };
  return absences.filter(({ student, on }) => {
    const own = enrollments.get(student) ?? [];
    if (own.some((enrollment) => enrollment.school < school)) return false;
    return !own.some((enrollment) => {
      const calendar = calendarOf(enrollment.school);
      return (
        isEnrolledOn(enrollment, on) &&
        (calendar === undefined || isInstructional(calendarFor(calendar, enrollment), on))
      );
    });
  }).length;
}
