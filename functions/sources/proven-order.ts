import type { DayOrder } from "./day-formats.ts";
import type { DayEvidence } from "./fields.ts";

/** Of the days that prove an order, so many for each that proves the other: a slip is one in many. */
const PROOFS_A_SLIP = 20;

/**
 * The order of month and day that a file's own days show, where some could be read in two ways: the
 * one that nearly all days beyond the twelfth prove. A single such day may be a slip, so whoever uses
 * the order sees first whether the days so read fit the district's calendars and enrollments.
 */
export function provenOrder({ proofs, ambiguous }: DayEvidence): DayOrder | null {
  if (ambiguous === 0) return null;
  const monthFirst = proofs["month-first"];
  const dayFirst = proofs["day-first"];
  if (monthFirst > PROOFS_A_SLIP * dayFirst) return "month-first";
  return dayFirst > PROOFS_A_SLIP * monthFirst ? "day-first" : null;
}
