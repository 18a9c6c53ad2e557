import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { instructionalDay, type SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import type { ShareOfYear } from "../rules/due.ts";

/**
 * The days that follow from the length of a school year. From a calendar that was sent only in part,
 * none follows: half of the days that were sent is not half of the year.
 */

/** The last instructional day of a part of the year: the day number floor(N × days / of). */
export const lastDayOfShare = (calendar: SchoolCalendar, share: ShareOfYear): Day | null =>
  calendar.isSentInPart ? null : instructionalDay(calendar, daysOfShare(calendar, share));

/** The first instructional day after a part of the year; after none of it, the first that was sent. */
export const dayAfterShare = (calendar: SchoolCalendar, share: ShareOfYear): Day | null =>
  calendar.isSentInPart && share.days > 0
    ? null
    : instructionalDay(calendar, daysOfShare(calendar, share) + 1);

/** The last instructional day of the year. */
export const lastDayOfCalendar = (calendar: SchoolCalendar): Day | null =>
  calendar.isSentInPart ? null : (calendar.instructionalDays.at(-1) ?? null);

export const NO_CALENDAR =
  "The exports have no calendar of the student's school for this school year.";

/** Why no day follows from the calendar of this school year, and what to send. */
export function lackOfDays({ instructionalDays }: SchoolCalendar): string {
  const [first, last] = [instructionalDays[0], instructionalDays.at(-1)];
  return first === undefined || last === undefined
    ? NO_CALENDAR
    : `The exports have the calendar of the student's school only from ${longDay(first)} to ${longDay(last)}, a part of the school year: send all of its instructional days.`;
}

const daysOfShare = (calendar: SchoolCalendar, { days, of }: ShareOfYear): number =>
  Math.floor((calendar.instructionalDays.length * days) / of);
