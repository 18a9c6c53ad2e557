import type { CellKind } from "../domain/cell.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";
import { rounded } from "./rounded.ts";

/** An estimate over students, before protection; null where the data cannot carry it. */
export interface MeasuredEstimate<Key> {
  readonly key: Key;
  readonly estimate: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  readonly students: number;
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

const NEARLY_PERFECT = 0.99;

/**
 * Shows an estimate from enough students only, with their number rounded down to a multiple of ten
 * (section 1.10 of the statistics note).
 */
export function protectEstimates<Key>(
  estimates: readonly MeasuredEstimate<Key>[],
  policy: DisclosurePolicy,
): ProtectedTable<Key & ShownEstimate> {
  return asProtected(
    estimates.map((measured) => ({ ...measured.key, ...shownEstimate(measured, policy) })),
  );
}

function shownEstimate<Key>(
  measured: MeasuredEstimate<Key>,
  policy: DisclosurePolicy,
): ShownEstimate {
  const minimum = measured.isAssociation ? policy.minimumForAssociation : policy.minimumGroup;
  const { estimate, students, smallestGroup } = measured;
  if (students === 0) return empty("not-enough-data");
  if (students < minimum || smallestGroup < policy.minimumGroup) {
    return empty(measured.isAssociation ? "not-enough-data" : "hidden");
  }
  if (estimate === null) return empty("not-enough-data");
  if (measured.isCorrelation && Math.abs(estimate.value) >= NEARLY_PERFECT) return empty("hidden");
  return {
    estimate: rounded(estimate.value),
    low: estimate.low === null ? null : rounded(estimate.low),
    high: estimate.high === null ? null : rounded(estimate.high),
    students: Math.floor(students / 10) * 10,
    state: "shown",
  };
}

const empty = (state: CellKind): ShownEstimate => ({
  estimate: null,
  low: null,
  high: null,
  students: null,
  state,
});
