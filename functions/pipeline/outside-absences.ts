import type { Absence } from "../domain/attendance.ts";
import { addDays } from "../domain/day.ts";
import type { SchoolId } from "../domain/ids.ts";
import { instructionalDaysIn } from "../domain/school-calendar.ts";
import { isEnrolledOn } from "../domain/student.ts";
import type { District } from "./assemble-district.ts";

/**
 * How many absences lie on days on which their student was not enrolled, or none of the student's
 * schools was in session: weekends, holidays, days after a withdrawal. They are kept, and no measure
 * counts them. Each is told of at one of the student's schools only, and a school that sends no
 * calendar is in session on any day.
 */
export function outsideAbsences(
  { stays, calendars }: Pick<District, "stays" | "calendars">,
  school: SchoolId,
  absences: readonly Absence[],
): number {
  return absences.filter(({ student, on }) => {
    const own = stays.get(student) ?? [];
    if (own.some((stay) => stay.school < school)) return false;
    return !own.some((stay) => {
      const instructionalDays = calendars.get(stay.school);
      return (
        isEnrolledOn(stay, on) &&
        (instructionalDays === undefined ||
          instructionalDaysIn({ school: stay.school, instructionalDays }, on, addDays(on, 1)) > 0)
      );
    });
  }).length;
}
