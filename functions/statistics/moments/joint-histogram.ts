import { type Fraction, compareFractions, fractionKey } from "./fraction.ts";

/**
 * How many students have each pair of exact values. Unlike moments, it keeps ranks; like moments,
 * it can be merged. It has one cell per distinct pair, sorted by x and then y, so that equal
 * students give equal JSON. A cell of one student is that student's record: store it as such.
 */
export interface JointHistogram {
  readonly cells: readonly JointCell[];
}

export type JointCell = readonly [x: Fraction, y: Fraction, count: number];

export const jointHistogramOf = (
  pairs: Iterable<readonly [x: Fraction, y: Fraction]>,
): JointHistogram => gathered(Array.from(pairs, ([x, y]) => [x, y, 1] as const));

/** The histogram of all students of the parts. The order of the parts makes no difference. */
export const mergeJointHistograms = (parts: readonly JointHistogram[]): JointHistogram =>
  gathered(parts.flatMap((part) => part.cells));

function gathered(cells: readonly JointCell[]): JointHistogram {
  const byPair = new Map<string, JointCell>();
  for (const [x, y, count] of cells) {
    const pair = `${fractionKey(x)} ${fractionKey(y)}`;
    byPair.set(pair, [x, y, count + (byPair.get(pair)?.[2] ?? 0)]);
  }
  const inOrder = [...byPair.values()].sort(
    (a, b) => compareFractions(a[0], b[0]) || compareFractions(a[1], b[1]),
  );
  return { cells: inOrder };
}
