import type { Day } from "./day.ts";
import { lastInstructionalDay } from "./last-instructional-day.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import { schoolYearOf } from "./school-year.ts";

/**
 * The instructional days of a short school year: the minimum in Missouri for a school with a four-day
 * week (Mo. Rev. Stat. 171.029).
 */
const FEWEST_DAYS = 142;

/**
 * Whether all days of a school year were sent, by a convention. One of two is enough. The days begin
 * by October 1 and end on May 1 or later. Or they are as many as a school year has, and the as-of
 * day is not after the last of them: a school that still has students after its last day may have
 * sent too few.
 * @param days the instructional days of one school year, in order
 */
export function isSentInFull(days: readonly Day[], asOf: Day): boolean {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (days.length >= FEWEST_DAYS && asOf <= last) return true;
  return lastInstructionalDay(days) !== null && first <= `${schoolYearOf(first) - 1}-10-01`;
}

/** A calendar of one school year, marked if it was sent only in part. */
export function asSent(calendar: SchoolCalendar, asOf: Day): SchoolCalendar {
  const { instructionalDays: days } = calendar;
  return days.length === 0 || isSentInFull(days, asOf)
    ? calendar
    : { ...calendar, isSentInPart: true };
}

/** Whether a school sent its calendar only in part, or that of one of its tracks. */
export const isSchoolSentInPart = (
  { instructionalDays, named }: SchoolCalendar,
  asOf: Day,
): boolean =>
  (named === undefined ? [instructionalDays] : [...named.values()]).some(
    (days) => days.length > 0 && !isSentInFull(days, asOf),
  );
