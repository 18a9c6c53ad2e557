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
  rows.forEach(({ terms }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + terms.length;
  });
  return {
    lower: Float64Array.from(columns, ({ lower }) => lower),
    upper: Float64Array.from(columns, ({ upper }) => upper),
    starts,
    indices: Int32Array.from(rows.flatMap(({ terms }) => terms.map(([column]) => column))),
    values: Float64Array.from(rows.flatMap(({ terms }) => terms.map(([, factor]) => factor))),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    areWhole,
    gap,
  };
}

/** Solvers answer in floating point; a student is whole. */
const NEARLY = 1e-5;

export const areAllWhole = (columns: Float64Array): boolean =>
  columns.every((value) => Math.abs(value - Math.round(value)) < NEARLY);
