import { type Matrix, element, entry } from "./matrix.ts";

/** A matrix of sums of squares and products with some of its columns swept out. */
export interface Swept {
  /**
   * Entries by place, X the swept columns and Y the others:
   * XX the (generalized) inverse, XY the regression coefficients, YY what X leaves of Y.
   */
  readonly matrix: Matrix;
  /**
   * Columns that earlier swept columns explain: they are left out, and their rows and columns are
   * all 0.
   */
  readonly aliased: readonly number[];
}

/** A column that keeps less than this share of its sum of squares is a copy of earlier columns. */
const SHARE_LEFT = 1e-10;

/**
 * Sweeps `pivots` out of a symmetric positive semidefinite matrix, in the order given: Goodnight
 * (1979), "A tutorial on the SWEEP operator", The American Statistician 33(3). A grade no student
 * is in, or a control that repeats another, is left out as SAS and R leave it out, so a redundant
 * control does not cost the coefficient that is asked for: sweep that one last.
 */
export function sweep(matrix: Matrix, pivots: readonly number[]): Swept {
  // Unit diagonals first, so that the tolerance means the same for a rate and for a count.
  const scales = matrix.map((_, i) => Math.sqrt(entry(matrix, i, i)) || 1);
  const scaled = matrix.map((line, i) =>
    line.map((value, j) => value / element(scales, i) / element(scales, j)),
  );
  const aliased: number[] = [];
  const swept = pivots.reduce<Matrix>((current, pivot) => {
    if (entry(current, pivot, pivot) > SHARE_LEFT) return sweepOne(current, pivot);
    aliased.push(pivot);
    return leaveOut(current, pivot);
  }, scaled);
  const units = scales.map((scale, i) => (pivots.includes(i) ? 1 / scale : scale));
  return {
    matrix: swept.map((line, i) =>
      line.map((value, j) => value * element(units, i) * element(units, j)),
    ),
    aliased,
  };
}

function sweepOne(matrix: Matrix, pivot: number): Matrix {
  const d = entry(matrix, pivot, pivot);
  return matrix.map((line, i) => {
    const onPivot = element(line, pivot);
    if (i === pivot) return line.map((value, j) => (j === pivot ? 1 / d : value / d));
    return line.map((value, j) =>
      j === pivot ? -onPivot / d : value - (onPivot * entry(matrix, pivot, j)) / d,
    );
  });
}

const leaveOut = (matrix: Matrix, pivot: number): Matrix =>
  matrix.map((line, i) => line.map((value, j) => (i === pivot || j === pivot ? 0 : value)));
