import type { Day } from "../domain/calendar/day.ts";
import { lastInstructionalDay } from "../domain/calendar/last-instructional-day.ts";
import { firstDayOf, lastDayOf, type SchoolYear } from "../domain/calendar/school-year.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import type { District } from "./assemble-district.ts";

/**
 * A student's last school in a school year, and its last instructional day; null if no calendar says.
 * A calendar that ends before May was sent only so far, and does not say (a convention).
 */
export interface LastDayOfSchool {
  readonly school: SchoolId | null;
  readonly lastDay: Day | null;
}

export function lastDaysOfSchool({
  enrollments,
  calendars,
}: Pick<District, "enrollments" | "calendars">): (
  student: StudentId,
  year: SchoolYear,
) => LastDayOfSchool {
  const lastDays = new Map<string, Day | null>();
  const lastDayIn = (school: SchoolId, year: SchoolYear): Day | null => {
    const key = `${school} ${year}`;
    const before = lastDays.get(key);
    if (before !== undefined) return before;
    const last = (calendars.get(school) ?? []).findLast(
      ({ on }) => on >= firstDayOf(year) && on <= lastDayOf(year),
    );
    const lastDay = last === undefined ? null : lastInstructionalDay([last.on]);
    lastDays.set(key, lastDay);
    return lastDay;
  };
  return (student, year) => {
    let latest: { readonly school: SchoolId; readonly enteredOn: Day } | null = null;
    for (const { school, enteredOn } of enrollments.get(student) ?? []) {
      if (enteredOn > lastDayOf(year)) continue;
      if (latest === null || enteredOn > latest.enteredOn) latest = { school, enteredOn };
    }
    if (latest === null) return { school: null, lastDay: null };
    return { school: latest.school, lastDay: lastDayIn(latest.school, year) };
  };
}
