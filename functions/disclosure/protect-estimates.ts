import type { CellKind } from "../domain/cell.ts";
import {
  correlationMayShow,
  meanMayShow,
  studentsInTens,
  type MayShow,
} from "./estimate-minimums.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";
import { rounded } from "./rounded.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";

/** An estimate over students, before protection; null where the data cannot carry it. */
export interface MeasuredEstimate<Key> {
  readonly key: Key;
  readonly estimate: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  readonly students: number;
  /** To how many decimals it is shown. */
  readonly decimals: number;
  /** The smallest of the groups that are compared. */
  readonly smallestGroup: number;
  /** A correlation so close to 1 would give single values away. */
  readonly isCorrelation: boolean;
  /** Means are shown from the minimum of a group, associations from more. */
  readonly isAssociation: boolean;
}

export interface ShownEstimate {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly students: number | null;
  readonly state: CellKind;
}

/**
 * Shows an estimate from enough students only, with their number rounded down to a multiple of ten
 * (section 1.10 of the statistics note).
 */
export function protectEstimates<Key>(
  estimates: readonly MeasuredEstimate<Key>[],
  policy: SuppressionPolicy,
): ProtectedTable<Key & ShownEstimate> {
  return asProtected(
    estimates.map((measured) => ({ ...measured.key, ...shownEstimate(measured, policy) })),
  );
}

function shownEstimate<Key>(
  measured: MeasuredEstimate<Key>,
  policy: SuppressionPolicy,
): ShownEstimate {
  const { estimate, students, isAssociation, decimals } = measured;
  if (students === 0) return empty("not-enough-data");
  switch (mayShow(measured, policy)) {
    case "may-show":
      break;
    case "too-few-students":
    case "group-too-small":
      return empty(isAssociation ? "not-enough-data" : "hidden");
    case "does-not-vary":
      return empty("not-enough-data");
    case "nearly-perfect":
    case "two-yes-or-no-variables":
    case "count-is-hidden":
    case "one-student-dominates":
      return empty("hidden");
  }
  if (estimate === null) return empty("not-enough-data");
  return {
    estimate: rounded(estimate.value, decimals),
    low: estimate.low === null ? null : rounded(estimate.low, decimals),
    high: estimate.high === null ? null : rounded(estimate.high, decimals),
    students: studentsInTens(students),
    state: "shown",
  };
}

/** An association is held to the minimums of a correlation, a mean to those of a group. */
function mayShow<Key>(
  { estimate, students, smallestGroup, isCorrelation, isAssociation }: MeasuredEstimate<Key>,
  policy: SuppressionPolicy,
): MayShow {
  if (!isAssociation) return meanMayShow(Math.min(students, smallestGroup), false, policy);
  return correlationMayShow(
    {
      value: isCorrelation ? (estimate?.value ?? 0) : 0,
      students,
      groups: [smallestGroup],
      // What does not vary has no estimate.
      standardDeviations: [1, 1],
      // Of two such variables no estimate is made at all.
      areBothYesOrNo: false,
    },
    policy,
  );
}

const empty = (state: CellKind): ShownEstimate => ({
  estimate: null,
  low: null,
  high: null,
  students: null,
  state,
});
