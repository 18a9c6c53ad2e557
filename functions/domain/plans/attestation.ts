import type { Day } from "../calendar/day.ts";
import type { StudentId } from "../ids.ts";

/**
 * What a named person states about one student and requirement where neither the text nor the
 * records decide it. It is evidence of that statement, not a record of the thing.
 */
export interface Attestation {
  readonly student: StudentId;
  readonly requirement: string;
  readonly isMet: boolean;
  readonly reason: string;
  /** The staff member who states it. */
  readonly attestedBy: string;
  readonly from: Day;
  /** First day on which it no longer holds; null while no end is set. */
  readonly until: Day | null;
}

/** The latest attestation in force on the day for the requirement. */
export function attestationOn(
  attestations: readonly Attestation[],
  requirement: string,
  on: Day,
): Attestation | null {
  let latest: Attestation | null = null;
  for (const one of attestations) {
    if (one.requirement !== requirement || one.from > on) continue;
    if (one.until !== null && one.until <= on) continue;
    if (latest === null || one.from >= latest.from) latest = one;
  }
  return latest;
}
