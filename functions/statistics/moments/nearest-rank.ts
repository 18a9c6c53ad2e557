/** How often each whole number occurs, by the number as text: adds up over schools. */
export interface CountsByNumber {
  readonly [value: string]: number;
}

/** How many there are together. */
export const totalOf = (counts: CountsByNumber): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * A percentile by nearest rank: the least value that at least so many percent do not exceed, so one that
 * occurs. Of an even number the median is the lower of the two in the middle. Null where there is none.
 * Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, definition 1.
 * @param percent above 0, at most 100
 */
export function nearestRank(counts: CountsByNumber, percent: number): number | null {
  const inOrder = Object.entries(counts)
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((a, b) => a.value - b.value);
  const all = totalOf(counts);
  let upTo = 0;
  // Compared in integers: a rank that is rounded up after a division can be one too high.
  const ranked = inOrder.find(({ count }) => (upTo += count) > 0 && upTo * 100 >= all * percent);
  return ranked?.value ?? null;
}
