import type { Day } from "../../domain/calendar/day.ts";
import type { SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import { dueOnCalendar, widerSpan, type DueSpan } from "../../mandates/clock/due-on-calendar.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";

/**
 * By requirement, the earliest and the latest day on which it is due by the calendars; absent if
 * they give none.
 */
export interface CalendarDue {
  readonly [requirement: string]: DueSpan;
}

/** @param calendar that of one school; undefined if none was sent */
export const calendarDue = (
  mandate: MandateProfile,
  calendar: SchoolCalendar | undefined,
  asOf: Day,
): CalendarDue =>
  Object.fromEntries(
    mandate.requirements.flatMap((requirement) => {
      const span =
        calendar === undefined ? null : dueOnCalendar(mandate, requirement, calendar, asOf);
      return span === null ? [] : [[requirement.id, span]];
    }),
  );

/** The days of several schools together. */
export function calendarDueOf(
  cubes: readonly { readonly calendarDue: CalendarDue }[],
): CalendarDue {
  const together: { [requirement: string]: DueSpan } = {};
  for (const { calendarDue: own } of cubes) {
    for (const [id, span] of Object.entries(own)) {
      const earlier = together[id];
      together[id] = earlier === undefined ? span : widerSpan(earlier, span);
    }
  }
  return together;
}
