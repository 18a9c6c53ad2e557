import { element, entry } from "./matrix.ts";
import type { Moments } from "./moments.ts";

/**
 * The moments of both groups' rows together: Chan, Golub and LeVeque (1979, STAN-CS-79-773).
 *
 * Floating sums depend on their order in the last digit: merge schools in the order of their ids
 * and the result is the same each night. `parts.reduce(mergeMoments, emptyMoments(width))`.
 *
 * @throws Error when the two have different columns
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.means.length !== b.means.length) {
    throw new Error(`merge moments: ${a.means.length} columns cannot meet ${b.means.length}`);
  }
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const shifts = a.means.map((mean, i) => element(b.means, i) - mean);
  const weight = (a.n * b.n) / n;
  return {
    n,
    means: a.means.map((mean, i) => mean + (element(shifts, i) * b.n) / n),
    m2: a.m2.map((line, i) =>
      line.map(
        (sum, j) => sum + entry(b.m2, i, j) + weight * (element(shifts, i) * element(shifts, j)),
      ),
    ),
  };
}
