import { day, isDay, yearOf, type Day } from "../../domain/calendar/day.ts";
import type { DayRange, RejectReason } from "../../domain/records/reject.ts";
import {
  CANONICAL_FIELDS,
  isDayField,
  type DayField,
  type DaySort,
} from "../profiles/canonical-fields.ts";
import type { CanonicalTable } from "../profiles/profile.ts";

/** The range of a field in the current file. */
export interface FieldRange extends DayRange {
  /** Whether a day after it is one that was still to come when the file came. */
  readonly endsWhenReceived: boolean;
}

/** No record of a school is taken from before. */
const EARLIEST_RECORD = "1990-01-01" as Day;
/**
 * Somebody born then was 26, the age until which Michigan owes special education, the latest of any
 * state.
 */
export const EARLIEST_BIRTH = "1964-01-01" as Day;
/** Where nobody noted when the file came. */
const LATEST = "2100-01-01" as Day;
const YEARS_AHEAD: { readonly [sort in DaySort]: number } = {
  happened: 0,
  born: 0,
  arranged: 2,
  planned: 15,
};

/** For fields that have none of their own. */
const ANY_DAY: DayRange = { from: "1900-01-01" as Day, until: LATEST };

/** What a file's days are compared with. */
export interface DayLimits {
  /** The day the file came; null for files of before that was noted. */
  readonly receivedOn: Day | null;
  readonly ranges: ReadonlyMap<string, FieldRange>;
}

/** For fields of no table, and so of no range of their own. */
export const NO_LIMITS: DayLimits = { receivedOn: null, ranges: new Map() };

/** Why a field cannot hold a day; null where it can. */
export function outsideOf(
  range: FieldRange | undefined,
  on: Day,
): { readonly reason: RejectReason; readonly range?: DayRange } | null {
  const { from, until } = range ?? ANY_DAY;
  if (on >= from && on <= until) return null;
  if (range === undefined) return { reason: "day-out-of-range" };
  const isStillToCome = range.endsWhenReceived && on > until;
  const reason = isStillToCome ? "day-still-to-come" : "day-out-of-range";
  return { reason, range: { from, until } };
}

/** The range of each field of a table that has dates. */
export const dayLimits = (table: CanonicalTable, receivedOn: Day | null): DayLimits => ({
  receivedOn,
  ranges: new Map(
    Object.entries(CANONICAL_FIELDS[table].fields).flatMap(([name, field]) =>
      isDayField(field) ? [[name, rangeOf(field.sort, receivedOn)] as const] : [],
    ),
  ),
});

const rangeOf = (sort: DaySort, receivedOn: Day | null): FieldRange => ({
  from: sort === "born" ? EARLIEST_BIRTH : EARLIEST_RECORD,
  until: receivedOn === null ? LATEST : yearsAfter(receivedOn, YEARS_AHEAD[sort]),
  endsWhenReceived: receivedOn !== null && YEARS_AHEAD[sort] === 0,
});

/** The same date so many years later; February 28 for February 29 in a year that has none. */
export function yearsAfter(on: Day, years: number): Day {
  const year = String(yearOf(on) + years).padStart(4, "0");
  const sameDate = `${year}${on.slice(4)}`;
  return isDay(sameDate) ? sameDate : day(`${year}-02-28`);
}

/** The range of a field in words, for the person who fixes the file. */
export const dayRangeWords = ({ sort, planYear }: DayField, reason: RejectReason): string => {
  if (reason !== "outside-its-school-year") return SORT_WORDS[sort];
  return planYear === "within"
    ? "from January 1 before the plan's school year begins to August 31 after it ends"
    : "until August 31 after the plan's school year ends";
};

const SORT_WORDS: { readonly [sort in DaySort]: string } = {
  happened: "from January 1, 1990 to the day the file came",
  arranged: "from January 1, 1990 to two years after the file came",
  planned: "from January 1, 1990 to 15 years after the file came",
  born: "from January 1, 1964 to the day the file came, and three years before it unless the grade is one before kindergarten",
};
