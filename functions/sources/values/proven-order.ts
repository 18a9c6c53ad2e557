import type { DayOrder } from "./day-formats.ts";
import type { DayEvidence } from "./fields.ts";

/** The order in which a file writes month and day, as far as the file itself shows it. */
export interface ShownOrder {
  readonly order: DayOrder;
  /** How many of its days prove the order. */
  readonly proofs: number;
  /** The fields, such as `plan.openedOn`, whose days can only be read by it. */
  readonly fields: readonly string[];
}

/**
 * For each date that proves the other order, this many must prove one: typing errors are that rare.
 */
const PROOFS_A_SLIP = 20;

/**
 * The order of month and day that a file's own days show, where some could be read in two ways: the
 * one that nearly all days beyond the twelfth prove. A single such day may be a slip, so whoever uses
 * the order sees first whether the days so read fit the district's calendars and enrollments.
 */
export function provenOrder({ proofs, open }: DayEvidence): ShownOrder | null {
  if (open.size === 0) return null;
  const fields = [...open].sort();
  const monthFirst = proofs["month-first"];
  const dayFirst = proofs["day-first"];
  if (monthFirst > PROOFS_A_SLIP * dayFirst) {
    return { order: "month-first", proofs: monthFirst, fields };
  }
  return dayFirst > PROOFS_A_SLIP * monthFirst
    ? { order: "day-first", proofs: dayFirst, fields }
    : null;
}
