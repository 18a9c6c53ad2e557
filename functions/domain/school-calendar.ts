import type { Day } from "./day.ts";
import type { SchoolId } from "./ids.ts";

/** The instructional days of one school in one school year, in order. */
export interface SchoolCalendar {
  readonly school: SchoolId;
  readonly instructionalDays: readonly Day[];
}

/** How many instructional days lie in [from, until), by binary search. */
export function instructionalDaysIn(calendar: SchoolCalendar, from: Day, until: Day): number {
  return Math.max(
    0,
    rank(calendar.instructionalDays, until) - rank(calendar.instructionalDays, from),
  );
}

export const isInstructional = ({ instructionalDays }: SchoolCalendar, on: Day): boolean =>
  instructionalDays[rank(instructionalDays, on)] === on;

/** The nth instructional day, counted from 1; null when the calendar has fewer. */
export const instructionalDay = (calendar: SchoolCalendar, nth: number): Day | null =>
  calendar.instructionalDays[nth - 1] ?? null;

/** How many instructional days are before the day. */
function rank(days: readonly Day[], on: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = days[middle];
    if (there !== undefined && there < on) low = middle + 1;
    else high = middle;
  }
  return low;
}
