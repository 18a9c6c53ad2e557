import type { LinearProgram } from "./linear-solver.ts";

/** One unknown of a program, and between what it lies. */
export interface Column {
  readonly lower: number;
  readonly upper: number;
}

/** Columns times their factors, which add up to between two numbers. A column appears once. */
export interface Row {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly low: number;
  readonly high: number;
}

/** Lays out columns and rows as solvers take them. */
export function linearProgram(
  columns: readonly Column[],
  rows: readonly Row[],
  { areWhole, gap }: Pick<LinearProgram, "areWhole" | "gap">,
): LinearProgram {
  const starts = new Int32Array(rows.length + 1);
  const filled = rows.reduce((sum, { terms }) => sum + terms.length, 0);
  const indices = new Int32Array(filled);
  const values = new Float64Array(filled);
  let at = 0;
  rows.forEach(({ terms }, row) => {
    for (const [column, factor] of terms) {
      indices[at] = column;
      values[at++] = factor;
    }
    starts[row + 1] = at;
  });
  return {
    lower: Float64Array.from(columns, ({ lower }) => lower),
    upper: Float64Array.from(columns, ({ upper }) => upper),
    starts,
    indices,
    values,
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    areWhole,
    gap,
  };
}

/** Solvers answer in floating point; a student is whole. */
export const NEARLY = 1e-5;

export const areAllWhole = (columns: Float64Array): boolean =>
  columns.every((value) => Math.abs(value - Math.round(value)) < NEARLY);
