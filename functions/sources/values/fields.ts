import type { Day } from "../../domain/calendar/day.ts";
import type { DayRange, RejectReason } from "../../domain/records/reject.ts";
import type { DayOrder } from "./day-formats.ts";

/**
 * Why the current record cannot be used, or a value of it: of a record the first fault found wins.
 */
export interface FieldFault {
  readonly column: string;
  readonly reason: RejectReason;
  /** For a day out of range: the range. */
  readonly range?: DayRange;
}

/**
 * Reads the canonical fields of one record after another. A field that cannot be read leaves an
 * empty value and, where the row cannot do without it, a fault; the reader of a row asks for `fault`
 * before using any. A value that the row can do without is set aside.
 */
export interface Fields {
  begin(cells: readonly string[]): void;
  fault(): FieldFault | null;
  /** The values of the record that are set aside. */
  setAside(): readonly FieldFault[];
  fail(field: string, reason: RejectReason, range?: DayRange): void;
  /** The column that a field is read from, as the profile names it; the field itself where there is none. */
  nameOf(field: string): string;
  /** A fault of a column that no field is read from, such as one of the parts of a day. */
  failAt(column: string, reason: RejectReason): void;
  /** A fault of the value of a column, without which the record is used. */
  setAsideAt(column: string, reason: RejectReason): void;
  /** The day the file came; null where that is not known. */
  readonly receivedOn: Day | null;
  /** Whether the profile says where the field is read from, or what it is. */
  has(field: string): boolean;
  /** The trimmed text; empty when the column or the value is missing and not required. */
  text(field: string): string;
  /** A value as the profile translates it; as written where it does not. */
  translated(field: string, value: string): string;
  /** An identifier: text on one line, short enough for any key, as the source system wrote it. */
  id(field: string): string;
  /** The day; null when missing and not required. */
  day(field: string): Day | null;
  /** The first day that no longer counts; null when open, as a day beyond all calendars says too. */
  endDay(field: string): Day | null;
  /** A day that must be there; a fault and an early day where it is not. */
  requiredDay(field: string): Day;
  number(field: string): number | null;
  /** A part of a whole, 0 to 1, as such or in percent. */
  share(field: string): number | null;
  /** Yes or no in any of the ways that exports write it; null when missing. */
  yesNo(field: string): boolean | null;
  /** One of the values, by the profile's map or as written, in any case; null when missing and not required. */
  oneOf<T extends string>(field: string, values: readonly T[]): T | null;
  /** A list of such values. */
  listOf<T extends string>(field: string, values: readonly T[]): readonly T[];
}

/** What days with slashes show of the order in which a file writes month and day. */
export interface DayEvidence {
  /** How many days can be read in one order alone. */
  readonly proofs: { [order in DayOrder]: number };
  /** The fields, such as `plan.openedOn`, some of whose days can be read in both. */
  readonly open: Set<string>;
}

export const noDayEvidence = (): DayEvidence => ({
  proofs: { "month-first": 0, "day-first": 0 },
  open: new Set(),
});
