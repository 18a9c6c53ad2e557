import { monthNumberOf, yearOf, type Day } from "./day.ts";
import type { Brand } from "../ids.ts";

/** A school year, named by the calendar year in which it ends: 2021-22 is 2022 (OneRoster 1.2). */
export type SchoolYear = Brand<number, "SchoolYear">;

/** The month in which US districts roll over: a day in July belongs to the year that then begins. */
const FIRST_MONTH = 7;

export const schoolYear = (endsIn: number): SchoolYear => endsIn as SchoolYear;

export function schoolYearOf(on: Day): SchoolYear {
  const year = yearOf(on);
  return schoolYear(monthNumberOf(on) >= FIRST_MONTH ? year + 1 : year);
}

/** A few years come up for every student, so each day is written once. */
export function firstDayOf(year: SchoolYear): Day {
  let on = FIRST_DAYS.get(year);
  if (on === undefined) FIRST_DAYS.set(year, (on = `${year - 1}-07-01` as Day));
  return on;
}

const FIRST_DAYS = new Map<SchoolYear, Day>();

export const lastDayOf = (year: SchoolYear): Day => `${year}-06-30` as Day;

/** The name a district reader knows: "2021-22". */
export const schoolYearName = (year: SchoolYear): string =>
  `${year - 1}-${String(year % 100).padStart(2, "0")}`;
