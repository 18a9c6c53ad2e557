import type { Figure } from "../domain/figure.ts";

/** By how many percentage points one share is over another, as far as the two figures say. */
export interface Gap {
  readonly gapLow: number;
  readonly gapHigh: number;
  readonly gap: "higher" | "lower" | "unclear" | "same";
}

type Share = Pick<Figure, "low" | "high" | "band">;

/**
 * The gap between two shares; null unless both are shown. A band stands for whole percents, each
 * rounded from half a percent on either side, so its ends are taken outwards to whole points: the gap
 * between the shown shares is never outside. Between exact shares it is exact, to a tenth of a point.
 */
export function gapBetween(share: Share, other: Share): Gap | null {
  const [one, two] = [endsOf(share), endsOf(other)];
  if (one === null || two === null) return null;
  const [least, greatest] = [one.low - two.high, one.high - two.low];
  const isExact = share.band === null && other.band === null;
  const gapLow = isExact ? tenth(least) : Math.floor(least);
  const gapHigh = isExact ? tenth(greatest) : Math.ceil(greatest);
  if (isExact && least === 0) return { gapLow, gapHigh, gap: "same" };
  if (one.low >= two.high) return { gapLow, gapHigh, gap: "higher" };
  return { gapLow, gapHigh, gap: one.high <= two.low ? "lower" : "unclear" };
}

const tenth = (points: number): number => Math.round(points * 10) / 10;

/** The ends in percent. */
function endsOf({
  low,
  high,
  band,
}: Share): { readonly low: number; readonly high: number } | null {
  if (low === null || high === null) return null;
  if (band === null) return { low: 100 * low, high: 100 * high };
  const [least, greatest] = [Math.round(100 * low), Math.round(100 * high)];
  return { low: Math.max(0, least - 0.5), high: Math.min(100, greatest + 0.5) };
}
