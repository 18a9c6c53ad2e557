import type { Day } from "../calendar/day.ts";
import type { StudentId } from "../ids.ts";

/** Why a requirement is not asked of a student: a closed list, so that exemptions can be counted by it. */
export const EXEMPTION_REASONS = [
  "parent-declined",
  "iep-team-decision",
  "medical",
  "out-of-district-placement",
  "exchange-student",
  "waiver",
  "other",
] as const;
export type ExemptionReason = (typeof EXEMPTION_REASONS)[number];

/** One decision that a requirement is not asked of one student for a time: who decided, why, until when. */
export interface Exemption {
  readonly student: StudentId;
  /** The requirement's id, or `all`. */
  readonly requirement: string;
  readonly reason: ExemptionReason;
  /** The staff member who decided. */
  readonly decidedBy: string;
  readonly from: Day;
  /** First day on which it is asked again; null while no end is set. */
  readonly until: Day | null;
}

/** The exemption in force on the day for the requirement, the first where there are several. */
export const exemptionOn = (
  exemptions: readonly Exemption[],
  requirement: string,
  on: Day,
): Exemption | null =>
  exemptions.find(
    (exemption) =>
      (exemption.requirement === requirement || exemption.requirement === "all") &&
      exemption.from <= on &&
      (exemption.until === null || on < exemption.until),
  ) ?? null;

/** The reason as a page says it. */
export const EXEMPTION_REASON_NAMES: { readonly [reason in ExemptionReason]: string } = {
  "parent-declined": "The parent declined",
  "iep-team-decision": "Decision of the IEP team",
  medical: "Medical reasons",
  "out-of-district-placement": "Placed outside the district",
  "exchange-student": "Exchange student",
  waiver: "A waiver was granted",
  other: "Another reason",
};
