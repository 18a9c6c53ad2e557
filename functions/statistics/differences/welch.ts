import type { GroupSummary } from "./group-summary.ts";
import { type Interval, studentTInterval } from "../intervals/interval.ts";
import { type NotEnoughData, notEnoughData } from "../moments/not-enough-data.ts";
import { twoSidedP } from "../intervals/student-t.ts";

/** The mean of one group less the mean of the other, in their unit. */
export interface MeanDifference {
  readonly kind: "mean-difference";
  readonly difference: number;
  readonly standardError: number;
  /** 95 %. */
  readonly interval: Interval;
  readonly t: number;
  /** Satterthwaite's: not whole, at most n₁ + n₀ - 2. */
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Compares `group` with `reference`, whose variances need not be equal: Welch (1947, Biometrika
 * 34). Takes students as independent; see withinSchoolDifference for students of schools.
 */
export function welch(
  group: GroupSummary,
  reference: GroupSummary,
): MeanDifference | NotEnoughData {
  const a = group.standardDeviation ** 2 / group.n;
  const b = reference.standardDeviation ** 2 / reference.n;
  if (a + b === 0) return notEnoughData("no-variation");
  const difference = group.mean - reference.mean;
  const standardError = Math.sqrt(a + b);
  const degreesOfFreedom = (a + b) ** 2 / (a ** 2 / (group.n - 1) + b ** 2 / (reference.n - 1));
  const t = difference / standardError;
  return {
    kind: "mean-difference",
    difference,
    standardError,
    interval: studentTInterval(difference, standardError, degreesOfFreedom),
    t,
    degreesOfFreedom,
    p: twoSidedP(t, degreesOfFreedom),
  };
}
