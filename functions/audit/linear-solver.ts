/** Columns between bounds, and rows of them that add up to between two numbers. */
export interface LinearProgram {
  readonly columns: readonly Range[];
  readonly rows: readonly Row[];
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Columns times their factors, which add up to between two numbers. A column appears once. */
export interface Row extends Range {
  readonly terms: readonly Term[];
}
export type Term = readonly [column: number, factor: number];

/** Any answer but an optimal one bounds nothing. */
export type LinearAnswer =
  | { readonly kind: "optimal"; readonly columns: Float64Array }
  | { readonly kind: "infeasible" }
  | { readonly kind: "failed"; readonly status: string };

/** The columns with the least total cost; columns without a term cost nothing. */
export type Minimize = (costs: readonly Term[]) => LinearAnswer;

/**
 * The port to a solver of linear programs. One program may be asked with many costs while it is
 * open. Solvers load with a wait, which is the caller's: this room gets one that is ready.
 */
export type LinearSolver = <Result>(
  program: LinearProgram,
  use: (minimize: Minimize) => Result,
) => Result;
