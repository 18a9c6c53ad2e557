import { percentsOf } from "./band-words.ts";

/** By how many percentage points one share is over another, as far as their bands say. */
export interface Gap {
  readonly gapLow: number;
  readonly gapHigh: number;
  readonly gap: "higher" | "lower" | "unclear";
}

/**
 * The gap between the shares behind two labels. A label stands for whole percents, each rounded
 * from half a percent on either side, so the ends are taken outwards to whole points: the true gap
 * is never outside.
 */
export function gapBetween(band: string, other: string): Gap {
  const [one, two] = [endsOf(band), endsOf(other)];
  const gapLow = Math.floor(one.low - two.high);
  const gapHigh = Math.ceil(one.high - two.low);
  if (one.low >= two.high) return { gapLow, gapHigh, gap: "higher" };
  return { gapLow, gapHigh, gap: one.high <= two.low ? "lower" : "unclear" };
}

function endsOf(band: string): { readonly low: number; readonly high: number } {
  const { least, greatest } = percentsOf(band);
  return { low: Math.max(0, least - 0.5), high: Math.min(100, greatest + 0.5) };
}
