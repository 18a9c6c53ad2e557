import { type Fraction, compareFractions, fractionKey } from "./fraction.ts";

/** A value and the number of students who have it. */
export type Counted = readonly [value: Fraction, count: number];

/**
 * Each value's rank from 1 up, by its fractionKey; students who tie share the mean of the
 * ranks they take up (Kendall 1945, Biometrika 33(3)). A value may come more than once.
 */
export function midranks(values: Iterable<Counted>): ReadonlyMap<string, number> {
  const inOrder = [...values].sort((a, b) => compareFractions(a[0], b[0]));
  const tied = new Map<string, number>();
  for (const [value, count] of inOrder) {
    tied.set(fractionKey(value), count + (tied.get(fractionKey(value)) ?? 0));
  }
  let below = 0;
  const ranks = new Map<string, number>();
  for (const [value, count] of tied) {
    ranks.set(value, below + (count + 1) / 2);
    below += count;
  }
  return ranks;
}
