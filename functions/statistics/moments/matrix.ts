export type Vector = readonly number[];

/** Rows of equal length. */
export type Matrix = readonly Vector[];

/** @throws Error when the vector has no such element */
export function element(vector: Vector, index: number): number {
  const value = vector[index];
  if (value === undefined) {
    throw new Error(`vector of ${vector.length}: there is no element ${index}`);
  }
  return value;
}

/** @throws Error when the matrix has no such entry */
export function entry(matrix: Matrix, row: number, column: number): number {
  const values = matrix[row];
  if (values === undefined) throw new Error(`matrix of ${matrix.length} rows: there is no ${row}`);
  return element(values, column);
}

export const zeroMatrix = (size: number): number[][] =>
  Array.from({ length: size }, () => new Array<number>(size).fill(0));

/** @throws Error when the shapes differ */
export const addMatrices = (a: Matrix, b: Matrix): Matrix =>
  a.map((row, i) => row.map((value, j) => value + entry(b, i, j)));

/** The rows and columns named, in the order named. */
export const submatrix = (matrix: Matrix, indexes: readonly number[]): Matrix =>
  indexes.map((i) => indexes.map((j) => entry(matrix, i, j)));

export const multiply = (matrix: Matrix, vector: Vector): Vector =>
  matrix.map((row) => dot(row, vector));

export const dot = (a: Vector, b: Vector): number =>
  a.reduce((sum, value, i) => sum + value * element(b, i), 0);
