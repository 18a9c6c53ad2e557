import { addDays, type Day } from "../../domain/calendar/day.ts";
import type { CanonicalTable } from "../profiles/profile.ts";
import { failField, type CurrentRecord } from "./current-record.ts";
import { outsideOf, type DayLimits } from "./day-ranges.ts";
import { isDayZero, saysNoDay } from "./day-zero.ts";
import { textOf } from "./field-text.ts";
import type { DayEvidence } from "./fields.ts";

/** How the days of one file are read, and what they show of its order of month and day. */
export interface DayRules {
  readonly ranges: DayLimits["ranges"];
  readonly evidence: DayEvidence;
  /** Null where the fields are of no table. */
  readonly table: CanonicalTable | null;
}

/** Takes the place of a required day that is missing: the record has a fault and is not used. */
const NO_DAY = "1900-01-01" as Day;
/** Systems write an open end as a far day: 2049-12-31, 2079-06-06 (the last that SQL Server's smalldatetime knows), 9999-12-31. */
const OPEN_END_FROM = "2049-01-01";

/** The day; null when missing and not required. */
export const dayOf = (record: CurrentRecord, rules: DayRules, field: string): Day | null =>
  dayInRange(record, rules, field, writtenDay(record, rules, field));

/** The first day that no longer counts; null when open. */
export function endDayOf(record: CurrentRecord, rules: DayRules, field: string): Day | null {
  const endsOn = writtenDay(record, rules, field);
  if (endsOn === null || endsOn >= OPEN_END_FROM) return null;
  const isLastDayIn = record.columns.byField.get(field)?.isLastDayIn === true;
  return dayInRange(record, rules, field, isLastDayIn ? addDays(endsOn, 1) : endsOn);
}

/** A day that must be there; a fault and an early day where it is not. */
export function requiredDayOf(record: CurrentRecord, rules: DayRules, field: string): Day {
  const on = dayOf(record, rules, field);
  if (on === null) failField(record, field, "missing-value");
  return on ?? NO_DAY;
}

/** The day in the cell, whatever its range. */
function writtenDay(
  record: CurrentRecord,
  { evidence, table }: DayRules,
  field: string,
): Day | null {
  const text = textOf(record, field);
  const column = record.columns.byField.get(field);
  if (text === "" || column === undefined) return null;
  if (saysNoDay(text)) return zeroOf(record, field);
  const read = column.readDay(text);
  switch (read.state) {
    case "not-a-day":
      failField(record, field, "not-a-day");
      return null;
    case "ambiguous":
      evidence.open.add(`${table ?? ""}.${field}`);
      failField(record, field, "ambiguous-day");
      return null;
    case "day":
      if (read.proves !== null) evidence.proofs[read.proves]++;
      return isDayZero(read.on) ? zeroOf(record, field) : read.on;
  }
}

/** A day of zeros is none, and as much a fault as a blank cell where the profile asks for a day. */
function zeroOf(record: CurrentRecord, field: string): null {
  if (record.columns.byField.get(field)?.map.isRequired === true) {
    failField(record, field, "missing-value");
  }
  return null;
}

function dayInRange(
  record: CurrentRecord,
  { ranges }: DayRules,
  field: string,
  on: Day | null,
): Day | null {
  const outside = on === null ? null : outsideOf(ranges.get(field), on);
  if (outside === null) return on;
  failField(record, field, outside.reason, outside.range);
  return null;
}
