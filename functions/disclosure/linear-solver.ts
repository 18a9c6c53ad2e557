/** Columns between bounds, and rows of them that add up to between two numbers. */
export interface LinearProgram {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Row r has the columns `indices[starts[r]]` up to before `indices[starts[r + 1]]`, times `values`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Whether columns take whole numbers only. */
  readonly areWhole: boolean;
  /** By which share an answer in whole numbers may miss the least cost. */
  readonly gap: number;
}

/** Anything but optimal proves nothing: a solver that gives up has protected nobody. */
export type LinearAnswer =
  | { readonly kind: "optimal"; readonly columns: Float64Array }
  | { readonly kind: "infeasible" }
  | { readonly kind: "failed"; readonly status: string };

/** The columns with the least total cost; one cost a column. */
export type Minimise = (costs: Float64Array) => LinearAnswer;

/**
 * The port to a solver of linear programs. One program may be asked with many costs while it is
 * open. Solvers load with a wait, which is the caller's: this room gets one that is ready.
 */
export type LinearSolver = <Result>(
  program: LinearProgram,
  use: (minimise: Minimise) => Result,
) => Result;
