/** How different the goals of a group are, beside the copy share. Rates from 0 to 1. */
export interface Individuality {
  /** The probability that two students drawn at random share a goal. */
  readonly sharedPairs: number;
  /** One minus that. */
  readonly individuality: number;
  /** Different goals of all; falls as the group grows, so compare only groups of like size. */
  readonly distinctShare: number;
  /** The effective number of different goals: Hill numbers of order 1 (exponential Shannon entropy) and 2 (inverse Simpson). */
  readonly effective: { readonly shannon: number; readonly simpson: number };
}

/**
 * Null for fewer than two students or no goals. With more than one goal per student `sharedPairs`
 * counts a pair once for each goal that it shares, and can exceed 1.
 * Source: M. O. Hill, Diversity and Evenness, Ecology 54 (1973).
 * @param sizes per cluster, how many students have a goal in it
 * @param students how many students have an eligible goal
 */
export function individualityOf(sizes: Iterable<number>, students: number): Individuality | null {
  let total = 0;
  let clusters = 0;
  let pairs = 0;
  let squares = 0;
  let logs = 0;
  for (const size of sizes) {
    if (size === 0) continue;
    clusters++;
    total += size;
    pairs += size * (size - 1);
    squares += size * size;
    logs += size * Math.log(size);
  }
  if (students < 2 || total === 0) return null;
  const sharedPairs = pairs / (students * (students - 1));
  return {
    ...{ sharedPairs, individuality: 1 - sharedPairs, distinctShare: clusters / total },
    effective: {
      // The entropy, -Σ p ln p with p = size / total, multiplied out.
      shannon: Math.exp(Math.log(total) - logs / total),
      simpson: (total * total) / squares,
    },
  };
}
