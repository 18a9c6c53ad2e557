import { element, entry } from "../moments/matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { type NotEnoughData, notEnoughData } from "../moments/not-enough-data.ts";

/** One column in one group of at least two, in the column's own unit. */
export interface GroupSummary {
  readonly kind: "group-summary";
  readonly n: number;
  readonly mean: number;
  /** Of a sample: the squares are divided by n - 1. */
  readonly standardDeviation: number;
}

export function groupSummary(moments: Moments, column: number): GroupSummary | NotEnoughData {
  if (moments.n < 2) return notEnoughData("too-few-observations");
  return {
    kind: "group-summary",
    n: moments.n,
    mean: element(moments.means, column),
    standardDeviation: Math.sqrt(entry(moments.m2, column, column) / (moments.n - 1)),
  };
}
