import type { Day } from "../../domain/calendar/day.ts";

/** `00/00/0000`, `0000-00-00 00:00:00`, a bare 0, a spreadsheet's `1/0/1900` and `12:00:00 AM`, or a word that a program writes for no time or for one without end. */
const NO_DAY =
  /^(?:(?:0+(?:[/.-]0+[/.-]0+)?|1\/0\/(?:19)?00)(?:[T ][0:.]+(?:Z| AM)?)?|12:00:00 AM|none|nan|nat|[+-]?infinity)$/i;

/** Whether a cell says that there is no day. */
export const saysNoDay = (text: string): boolean => NO_DAY.test(text);

/**
 * The days from which programs count, or before which they know none: an empty value becomes such a
 * day.
 */
const ZEROS: ReadonlySet<string> = new Set([
  "0001-01-01",
  "1753-01-01",
  "1899-12-30",
  "1899-12-31",
  "1900-01-01",
  "1970-01-01",
]);

/** Whether the day is the zero of some system: no student's plan, review or enrollment has it. */
export const isDayZero = (on: Day): boolean => ZEROS.has(on);
