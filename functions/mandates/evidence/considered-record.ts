import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import type { SchoolYear } from "../../domain/calendar/school-year.ts";
import type { Evidence } from "../clock/answer.ts";

/**
 * A record that was considered for an answer: which one, and whether it could count for the
 * requirement.
 */
export interface ConsideredRecord {
  readonly record: Evidence["record"];
  /** As in the evidence of an answer: its identifier, or the kind of entry. */
  readonly name: string;
  /** Null if the record gives no day. */
  readonly on: Day | null;
  readonly schoolYear: SchoolYear;
  readonly isCounted: boolean;
  /** What the record says and, if it does not count, why. */
  readonly note: string;
}

/** Whether a row is the record that a piece of evidence names. */
export const isEvidence = ({ record, name, on }: ConsideredRecord, evidence: Evidence): boolean =>
  record === evidence.record && name === evidence.name && on === evidence.on;

/** Why a record does not count because of its day. */
export function whyNot(on: Day | null, since: Day | null | undefined, asOf: Day): string {
  if (on === null) return "it has no date";
  if (on > asOf) return `after ${longDay(asOf)}, so it is not counted`;
  return since === undefined
    ? "no record gives the date from which it counts"
    : `before ${longDay(since ?? on)}, the first date that counts`;
}
