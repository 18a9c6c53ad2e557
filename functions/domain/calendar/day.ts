import type { Brand } from "../ids.ts";

/** A calendar day as ISO text, 2022-03-14: days compare and sort as text does. */
export type Day = Brand<string, "Day">;

const MILLISECONDS_A_DAY = 86_400_000;
const HYPHEN = 0x2d;
const ZERO = 0x30;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Whether the text is a day that exists: 2022-02-29 is not. */
export function isDay(text: string): text is Day {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) {
    return false;
  }
  for (let place = 0; place < 10; place++) {
    const code = text.charCodeAt(place);
    if (place !== 4 && place !== 7 && (code < ZERO || code > ZERO + 9)) return false;
  }
  const month = digits(text, 5, 7);
  const dayOfMonth = digits(text, 8, 10);
  if (month < 1 || month > 12 || dayOfMonth < 1) return false;
  const days = (DAYS_BEFORE_MONTH[month] ?? 0) - (DAYS_BEFORE_MONTH[month - 1] ?? 0);
  return dayOfMonth <= (month === 2 && isLeap(digits(text, 0, 4)) ? 29 : days);
}

/** @throws Error when the text is not a date that exists */
export function day(text: string): Day {
  if (!isDay(text))
    throw new Error(`"${text.slice(0, 20)}" is not a valid date; expected YYYY-MM-DD`);
  return text;
}

/** Days since January 1, 1970, the number that Arrow's DateDay holds. */
export function dayNumber(on: Day): number {
  const year = digits(on, 0, 4);
  const month = digits(on, 5, 7);
  const afterFebruary = month > 2 && isLeap(year) ? 1 : 0;
  const inYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + afterFebruary + digits(on, 8, 10) - 1;
  return daysBeforeYear(year) - DAYS_BEFORE_1970 + inYear;
}

/** The same few hundred days come up for every student, so each is written once. */
export function dayFromNumber(number: number): Day {
  const cached = WRITTEN.get(number);
  if (cached !== undefined) return cached;
  const on = new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as Day;
  WRITTEN.set(number, on);
  return on;
}

const WRITTEN = new Map<number, Day>();

export const addDays = (on: Day, days: number): Day => dayFromNumber(dayNumber(on) + days);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The year of a day, 2022. */
export const yearOf = (on: Day): number => digits(on, 0, 4);

/** The month of a day as a number, 3 for March. */
export const monthNumberOf = (on: Day): number => digits(on, 5, 7);

/** The month of a day, 2022-03. */
export const monthOf = (on: Day): string => on.slice(0, 7);

function digits(text: string, from: number, until: number): number {
  let number = 0;
  for (let place = from; place < until; place++)
    number = number * 10 + text.charCodeAt(place) - ZERO;
  return number;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of all years before this one, from the year 0 on, in the Gregorian calendar. */
const daysBeforeYear = (year: number): number => {
  const last = year - 1;
  return year * 365 + Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400) + 1;
};

const DAYS_BEFORE_1970 = daysBeforeYear(1970);
