import { byText } from "../text/compare-text.ts";
import type { Day } from "./day.ts";
import type { SchoolId } from "../ids.ts";

/** The instructional days of one school in one school year, in order: those on which any of its calendars is in session. */
export interface SchoolCalendar {
  readonly school: SchoolId;
  readonly instructionalDays: readonly Day[];
  /** Whether only a part of the year's days were sent, so that no length of the year follows; absent if all were. */
  readonly isSentInPart?: true;
  /** The days of each of its calendars, in order, where a school has several (year-round tracks); absent where it has one. */
  readonly named?: ReadonlyMap<string, readonly Day[]>;
}

/** An instructional day of one school. */
export interface InstructionalDay {
  readonly on: Day;
  /** Which of the school's calendars are in session; null where all are. */
  readonly calendars: readonly string[] | null;
}

/** The calendar of a school from its days, in any order. */
export function schoolCalendar(
  school: SchoolId,
  days: readonly InstructionalDay[],
): SchoolCalendar {
  const inOrder = [...days].sort(byText(({ on }) => on));
  const names = new Set(inOrder.flatMap(({ calendars }) => calendars ?? []));
  const instructionalDays = inOrder.map(({ on }) => on);
  if (names.size === 0) return { school, instructionalDays };
  const daysOf = (name: string): readonly Day[] =>
    inOrder
      .filter(({ calendars }) => calendars === null || calendars.includes(name))
      .map(({ on }) => on);
  return {
    school,
    instructionalDays,
    named: new Map([...names].map((name) => [name, daysOf(name)])),
  };
}

/**
 * The calendar that holds for one enrollment: the one that it names, where its school tells that one
 * apart, else all days of the school.
 */
export function calendarFor(
  calendar: SchoolCalendar,
  { calendar: name }: { readonly calendar?: string | null },
): SchoolCalendar {
  const days = typeof name === "string" ? calendar.named?.get(name) : undefined;
  return days === undefined ? calendar : { school: calendar.school, instructionalDays: days };
}

/** How many instructional days lie in [from, until), by binary search. */
export function instructionalDaysIn(calendar: SchoolCalendar, from: Day, until: Day): number {
  return Math.max(
    0,
    rank(calendar.instructionalDays, until) - rank(calendar.instructionalDays, from),
  );
}

/** The nth instructional day, counted from 1; null when the calendar has fewer. */
export const instructionalDay = (calendar: SchoolCalendar, nth: number): Day | null =>
  calendar.instructionalDays[nth - 1] ?? null;

/** How many instructional days are before the day. */
function rank(days: readonly Day[], on: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const middleDay = days[middle];
    if (middleDay !== undefined && middleDay < on) low = middle + 1;
    else high = middle;
  }
  return low;
}
