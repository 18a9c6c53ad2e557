import type { Range } from "./linear-solver.ts";

/** The overlap of two ranges; null if there is none. */
export function intersection(range: Range, other: Range): Range | null {
  const low = Math.max(range.low, other.low);
  const high = Math.min(range.high, other.high);
  return low <= high ? { low, high } : null;
}

/** The range from the least to the greatest value of two ranges. */
export const hull = (range: Range, other: Range): Range => ({
  low: Math.min(range.low, other.low),
  high: Math.max(range.high, other.high),
});

/** A range before any value is known to be in it: its hull with another range is that range. */
export const NOTHING_YET: Range = { low: Infinity, high: -Infinity };

export const isEmpty = ({ low, high }: Range): boolean => low > high;
