import type { Day } from "../../domain/calendar/day.ts";
import type { SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import { asSent } from "../../domain/calendar/sent-in-full.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { Requirement } from "../rules/requirement.ts";
import { applies, gradesOf } from "./applies.ts";
import type { ClockCase } from "./clock-case.ts";
import { dueDay } from "./due-day.ts";

/** The earliest and the latest day on which something is due. */
export interface DueSpan {
  readonly first: Day;
  readonly last: Day;
}

/**
 * The days on which a requirement is due by the calendar of one school, for a student of any of its
 * grades who is enrolled all year. No records are used, so the days reveal nothing about a student.
 * There are two days if the grades, the calendars of the school or the readings of the text differ;
 * null if the requirement is judged, names no day of this school year, or there is no calendar.
 */
export function dueOnCalendar(
  mandate: MandateProfile,
  requirement: Requirement,
  { school, instructionalDays, named }: SchoolCalendar,
  asOf: Day,
): DueSpan | null {
  if (requirement.kind === "judged") return null;
  const { effectiveFrom = "", effectiveUntil = "9999" } = requirement;
  const calendars = named === undefined ? [instructionalDays] : [...named.values()];
  const spans = calendars.flatMap((days) =>
    gradesOf(mandate, requirement).flatMap((grade): readonly DueSpan[] => {
      const [enteredOn] = days;
      if (enteredOn === undefined) return [];
      const calendar = asSent({ school, instructionalDays: days }, asOf);
      const student: ClockCase = { grade, document: null, calendar, enteredOn };
      if (applies(mandate, requirement, student, asOf).kind === "no") return [];
      const due = dueDay(requirement.due, student, asOf);
      if (due.kind !== "day") return [];
      const { on: first, latest: last } = due;
      return last < effectiveFrom || last > effectiveUntil ? [] : [{ first, last }];
    }),
  );
  return spanOf(spans);
}

/** Joins several spans into one; null if there are none. */
const spanOf = ([span, ...more]: readonly DueSpan[]): DueSpan | null =>
  span === undefined ? null : more.reduce(widerSpan, span);

export const widerSpan = (a: DueSpan, b: DueSpan): DueSpan => ({
  first: a.first < b.first ? a.first : b.first,
  last: a.last > b.last ? a.last : b.last,
});
