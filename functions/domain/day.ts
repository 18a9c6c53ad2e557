import type { Brand } from "./ids.ts";

/** A calendar day as ISO text, 2022-03-14: days compare and sort as text does. */
export type Day = Brand<string, "Day">;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** Whether the text is a day that exists: 2022-02-29 is not. */
export function isDay(text: string): text is Day {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** @throws Error when the text is not a day that exists */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`"${text.slice(0, 20)}" is not a day; expected YYYY-MM-DD`);
  return text;
}

/** Days since 1 January 1970, the number that Arrow's DateDay holds. */
export const dayNumber = (on: Day): number => Date.parse(on) / MILLISECONDS_A_DAY;

export const dayFromNumber = (number: number): Day =>
  new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as Day;

export const addDays = (on: Day, days: number): Day => dayFromNumber(dayNumber(on) + days);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The month of a day, 2022-03. */
export const monthOf = (on: Day): string => on.slice(0, 7);
