import type { GroupSummary } from "./group-summary.ts";
import { type NotEnoughData, notEnoughData } from "../moments/not-enough-data.ts";

/** How unlike two groups were beforehand, in standard deviations; beyond ±0.10 is flagged. */
export interface StandardizedMeanDifference {
  readonly kind: "standardized-mean-difference";
  readonly difference: number;
}

/**
 * (mean₁ - mean₀) / √((s₁² + s₀²)/2), the balance measure of a covariate: Austin (2009,
 * Statistics in Medicine 28(25)). It does not grow with the number of students, as a test would.
 */
export function standardizedMeanDifference(
  group: GroupSummary,
  reference: GroupSummary,
): StandardizedMeanDifference | NotEnoughData {
  const spread = Math.sqrt((group.standardDeviation ** 2 + reference.standardDeviation ** 2) / 2);
  if (spread === 0) return notEnoughData("no-variation");
  return {
    kind: "standardized-mean-difference",
    difference: (group.mean - reference.mean) / spread,
  };
}
