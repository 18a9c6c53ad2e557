import type { Figure } from "../../domain/figures/figure.ts";
import { FEWEST_MOVED, MOST_MORE } from "../../protection/hold.ts";
import { LARGEST_SHIFT } from "../../protection/shift.ts";

/** By how many percentage points one share is over another, as far as the second figures say. */
export interface Gap {
  readonly gapLow: number;
  readonly gapHigh: number;
  readonly gap: "higher" | "lower" | "unclear" | "same";
}

/** Two ends of a share, and whether they are those of a band. */
export type Share = Pick<Figure, "low" | "high" | "band">;

/** A figure that is drawn anew after so many students have moved has fewer than that behind it. */
const MOST_MOVED_WHILE_HELD = FEWEST_MOVED + MOST_MORE - 1;

/**
 * Measures whose counted part lies between second others of its bar, so that both its boundaries are
 * moved. Every other measure begins its bar and has one moved boundary.
 */
export const BETWEEN_TWO_PARTS: readonly string[] = ["chronic-absence"];

/**
 * The least and greatest share that the students can have on the as-of day: a band, wider by the
 * students by whom its boundaries may be moved, and where it is held by those who may have moved
 * since its day. An exact share is itself. A group that has fallen under the smallest size keeps its
 * figure whatever has moved: its ends are then those of the day it was drawn.
 */
export function possibleShare(
  { low, high, band, n, drawnOn }: Omit<Figure, "state">,
  measure: string,
  asOf: string,
): Share {
  if (band === null || low === null || high === null || n === null) return { low, high, band };
  const boundaries = BETWEEN_TWO_PARTS.includes(measure) ? 2 : 1;
  const held = drawnOn === asOf ? 0 : MOST_MOVED_WHILE_HELD;
  const moved = (boundaries * LARGEST_SHIFT + held) / n;
  return { low: Math.max(0, low - moved), high: Math.min(1, high + moved), band };
}

/**
 * The gap between two possible shares; null unless both are shown. A band stands for whole percents,
 * each rounded from half a percent on either side, so its ends are taken outwards to whole points:
 * the gap is never outside. Between exact shares it is exact, to a tenth of a point.
 */
export function gapBetween(share: Share, other: Share): Gap | null {
  const [first, second] = [endsOf(share), endsOf(other)];
  if (first === null || second === null) return null;
  const [least, greatest] = [
    withoutNoise(first.low - second.high),
    withoutNoise(first.high - second.low),
  ];
  const isExact = share.band === null && other.band === null;
  const gapLow = isExact ? tenth(least) : Math.floor(least);
  const gapHigh = isExact ? tenth(greatest) : Math.ceil(greatest);
  if (isExact && least === 0) return { gapLow, gapHigh, gap: "same" };
  if (least >= 0) return { gapLow, gapHigh, gap: "higher" };
  return { gapLow, gapHigh, gap: greatest <= 0 ? "lower" : "unclear" };
}

const tenth = (points: number): number => Math.round(points * 10) / 10;

/** Without the last digits of floating point, which would round -20 down to -21; never -0. */
const withoutNoise = (points: number): number => Math.round(points * 1e9) / 1e9 + 0;

/** The ends in percent. */
function endsOf({
  low,
  high,
  band,
}: Share): { readonly low: number; readonly high: number } | null {
  if (low === null || high === null) return null;
  if (band === null) return { low: 100 * low, high: 100 * high };
  return { low: Math.max(0, 100 * low - 0.5), high: Math.min(100, 100 * high + 0.5) };
}
