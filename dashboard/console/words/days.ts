import { counted } from "./numbers.js";

const DAY = new Intl.DateTimeFormat("en-US", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "2022-05-20" as "May 20, 2022". */
export function dayInWords(day: string): string {
  return DAY.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

const SHORT_DAY = new Intl.DateTimeFormat("en-US", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** "2022-05-20" as "May 20, 2022" and "2022-09-20" as "Sep 20, 2022", where room is scarce. */
export const shortDay = (day: string): string =>
  SHORT_DAY.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));

/** The days in a sentence as a counselor says them. */
export const daysInWords = (sentence: string): string =>
  sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dayInWords);

/** "18 days overdue", "today", "in 12 days" */
export function daysLeftInWords(days: number): string {
  if (days < 0) return `${counted(-days, "day")} overdue`;
  return days === 0 ? "today" : `in ${counted(days, "day")}`;
}
