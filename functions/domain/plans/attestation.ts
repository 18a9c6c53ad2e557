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
  for (const attestation of attestations) {
    if (attestation.requirement !== requirement || attestation.from > on) continue;
    if (attestation.until !== null && attestation.until <= on) continue;
    if (latest === null || attestation.from >= latest.from) latest = attestation;
  }
  return latest;
}
