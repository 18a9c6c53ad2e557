import { addDays, dayNumber, type Day } from "../../domain/calendar/day.ts";
import { lastDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";

/**
 * By school, the instructional days from the day of an edition to the end of its school year; null
 * where the school's calendar does not go on.
 */
export interface SchoolDays {
  readonly [school: string]: readonly Day[] | null;
}

/** The days on which students can still be seen this school year. */
export interface DaysAhead {
  /** In order; the first may be the day from which they are asked for. */
  readonly days: readonly Day[];
  /** Whether they are weekdays until June 30, since no calendar says which days are instructional. */
  readonly areWeekdays: boolean;
}

/**
 * The month and day from which a school year may end. A calendar that ends before it was sent up to
 * some day only: it says nothing of the days after.
 */
const EARLIEST_LAST_DAY = "05-01";

/**
 * The instructional days of a school from the day of the data on, that day included.
 * @param instructionalDays those of the school year, in order
 */
export function instructionalDaysAhead(
  instructionalDays: readonly Day[],
  asOf: Day,
): readonly Day[] | null {
  const last = instructionalDays.at(-1);
  const year = schoolYearOf(asOf);
  if (last === undefined || last < `${String(year)}-${EARLIEST_LAST_DAY}`) return null;
  return instructionalDays.filter((on) => on >= asOf);
}

/**
 * The days ahead of students of some schools: those on which any of the schools is in session. Where
 * no calendar of theirs goes on, weekdays take their place.
 * @param from the first day that counts
 */
export function daysAhead(schoolDays: SchoolDays, schools: Iterable<string>, from: Day): DaysAhead {
  const daysOfSchools = [...new Set(schools)].flatMap((school) => {
    const days = schoolDays[school] ?? null;
    return days === null ? [] : [days];
  });
  // A school whose year is over has an empty list, which is known.
  if (daysOfSchools.length === 0) return { days: weekdaysFrom(from), areWeekdays: true };
  const days = new Set(daysOfSchools.flat().filter((on) => on >= from));
  return { days: [...days].sort(), areWeekdays: false };
}

function weekdaysFrom(from: Day): readonly Day[] {
  const last = lastDayOf(schoolYearOf(from));
  const days: Day[] = [];
  for (let on = from; on <= last; on = addDays(on, 1)) if (isWeekday(on)) days.push(on);
  return days;
}

/** January 1, 1970, day 0, was a Thursday: Saturday and Sunday follow it by 2 and 3. */
const isWeekday = (on: Day): boolean => ![2, 3].includes(((dayNumber(on) % 7) + 7) % 7);
