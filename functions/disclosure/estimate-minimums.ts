import type { SuppressionPolicy } from "./suppression-policy.ts";

/** Whether an estimate may be shown, and if not, why. */
export type MayShow = "may-show" | WhyNot;
export type WhyNot =
  | "too-few-students"
  | "group-too-small"
  | "does-not-vary"
  | "nearly-perfect"
  | "two-yes-or-no-variables"
  | "count-is-hidden"
  | "one-student-dominates";

export interface MeasuredCorrelation {
  readonly value: number;
  readonly students: number;
  /** The students of each group that is compared; empty where the exposure is no grouping. */
  readonly groups: readonly number[];
  readonly standardDeviations: readonly [number, number];
  /** With its margins, a correlation of two yes-or-no variables is the two-by-two table itself (oracle O11). */
  readonly areBothYesOrNo: boolean;
}

const NEARLY_PERFECT = 0.99;

/** Section 1.10 of the statistics note. Of two yes-or-no variables show the difference of protected rates. */
export function correlationMayShow(
  { value, students, groups, standardDeviations, areBothYesOrNo }: MeasuredCorrelation,
  policy: SuppressionPolicy,
): MayShow {
  if (areBothYesOrNo) return "two-yes-or-no-variables";
  if (students < policy.minimumForCorrelation) return "too-few-students";
  if (groups.some((group) => group < policy.minimumForCorrelationGroup)) return "group-too-small";
  if (!standardDeviations.every((deviation) => deviation > 0)) return "does-not-vary";
  if (!(Math.abs(value) < NEARLY_PERFECT)) return "nearly-perfect";
  return "may-show";
}

/** A mean is shown where its number of students is, so that it gives no complement's mean away. */
export function meanMayShow(
  students: number,
  isCountHidden: boolean,
  policy: SuppressionPolicy,
): MayShow {
  if (students < policy.minimumGroup) return "too-few-students";
  return isCountHidden ? "count-is-hidden" : "may-show";
}

/** Share of the total that may be one student's, and by which share of the largest the others must hide it. */
const LARGEST_SHARE = 0.5;
const HIDDEN_BY = 0.1;

/**
 * A total of incidents or goals, by student: from enough students, none with half of it, and the
 * second largest must not be able to work out the largest to within a tenth (the p % rule).
 */
export function totalMayShow(amounts: readonly number[], policy: SuppressionPolicy): MayShow {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (sorted.length < policy.minimumContributors) return "too-few-students";
  const [largest = 0, second = 0] = sorted;
  const isHidden = total - largest - second >= HIDDEN_BY * largest;
  return largest < LARGEST_SHARE * total && isHidden ? "may-show" : "one-student-dominates";
}

/** The number of students beside an estimate, in tens: the last digit would tell of single ones. */
export const studentsInTens = (students: number): number => Math.floor(students / 10) * 10;
