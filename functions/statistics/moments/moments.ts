import { type Matrix, type Vector, element, zeroMatrix } from "./matrix.ts";

/**
 * What a group of rows comes to: enough for means, variances, correlations and regressions, and
 * mergeable, so a school is summarized once and districts are sums of schools. Plain JSON.
 *
 * `m2[i][j]` is the sum over rows of (zᵢ - meanᵢ)(zⱼ - meanⱼ), unit i times unit j; symmetric.
 * With one row in it, it is that student's record: store it as such.
 */
export interface Moments {
  readonly n: number;
  readonly means: Vector;
  readonly m2: Matrix;
}

/** Moments to which rows are still added. */
export interface GrowingMoments extends Moments {
  n: number;
  readonly means: number[];
  readonly m2: number[][];
}

/** Moments of no rows, of `width` columns. */
export const emptyMoments = (width: number): GrowingMoments => ({
  n: 0,
  means: new Array<number>(width).fill(0),
  m2: zeroMatrix(width),
});

/**
 * Takes one more row in, changing `moments`. The update of Welford (1962, Technometrics 4(3)) in
 * its product form: Σx² - n·mean² would lose every digit at values like 1e9 + 4.
 *
 * @throws Error when the row has another width or holds a value that is not finite
 */
export function addRow(moments: GrowingMoments, row: Vector): void {
  const { means, m2 } = moments;
  const width = means.length;
  requireRow(width, row);
  const weight = moments.n / (moments.n + 1);
  const deviations = new Array<number>(width);
  moments.n += 1;
  // Loops by index: this runs for every student over every pair of columns.
  for (let i = 0; i < width; i++) {
    const mean = element(means, i);
    const deviation = element(row, i) - mean;
    deviations[i] = deviation;
    means[i] = mean + deviation / moments.n;
  }
  for (let i = 0; i < width; i++) {
    const line = m2[i] ?? [];
    const deviation = element(deviations, i);
    for (let j = 0; j < width; j++) {
      line[j] = element(line, j) + weight * (deviation * element(deviations, j));
    }
  }
}

function requireRow(width: number, row: Vector): void {
  if (row.length !== width) {
    throw new Error(`moments: expected a row of ${width} columns, got ${row.length}`);
  }
  const column = row.findIndex((value) => !Number.isFinite(value));
  if (column >= 0) throw new Error(`moments: expected finite values, column ${column} has another`);
}
