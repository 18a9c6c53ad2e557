import type { Range } from "./linear-solver.ts";

/** What lies in both of two ranges; null where nothing does. */
export function intersection(range: Range, other: Range): Range | null {
  const low = Math.max(range.low, other.low);
  const high = Math.min(range.high, other.high);
  return low <= high ? { low, high } : null;
}

/** From the least to the greatest value of two ranges. */
export const hull = (range: Range, other: Range): Range => ({
  low: Math.min(range.low, other.low),
  high: Math.max(range.high, other.high),
});

/** A range before any value is known to be in it: the hull with another is the other. */
export const NOTHING_YET: Range = { low: Infinity, high: -Infinity };

export const isEmpty = ({ low, high }: Range): boolean => low > high;
