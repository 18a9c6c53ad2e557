import { byKey } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { InstructionalDay } from "../../domain/calendar/school-calendar.ts";
import type { CalendarDay } from "./calendar-rows.ts";

/**
 * The instructional days of one school, in order, from what each of its calendars says of each day: a
 * school is in session on a day if any of its calendars is.
 */
export function instructionalDays(days: readonly CalendarDay[]): readonly InstructionalDay[] {
  const names = new Set(days.map(nameOf));
  const inSession = grouped(
    days.filter(({ isInstructional }) => isInstructional),
    ({ on }) => on,
  );
  return [...inSession].sort(byKey).map(([on, ofDay]: readonly [Day, readonly CalendarDay[]]) => {
    const calendars = [...new Set(ofDay.map(nameOf))].sort();
    return { on, calendars: calendars.length === names.size ? null : calendars };
  });
}

const nameOf = ({ calendar }: CalendarDay): string => calendar ?? "";
