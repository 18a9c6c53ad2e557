import type { Highs, ModelStatusCode } from "highs";
import type { LinearAnswer, LinearProgram, LinearSolver } from "./linear-solver.ts";

/** One thread; the choice that HiGHS makes by itself takes ten times as long on small programs. */
const DUAL_SIMPLEX = 1;

/**
 * A loaded HiGHS as a solver: the same program and costs give the same answer. Its presolve is off,
 * since it returned optima here that lie inside the true ones.
 */
export const highsSolver =
  (highs: Highs): LinearSolver =>
  (program, use) =>
    highs.withModel(modelOf(program), (model) => {
      model.options.set({
        output_flag: false,
        random_seed: 0,
        solver: "simplex",
        simplex_strategy: DUAL_SIMPLEX,
        presolve: "off",
      });
      const columns = program.columns.length;
      // Not a promise, so that the model is disposed of as soon as the use returns.
      return {
        result: use((costs) => {
          const all = new Float64Array(columns);
          for (const [column, cost] of costs) all[column] = (all[column] ?? 0) + cost;
          model.changeColsCost({ kind: "range", from: 0, to: columns - 1 }, all);
          model.run();
          return answerOf(model.getModelStatus(), () => model.getSolution().colValue);
        }),
      };
    }).result;

/** The rows of a program as the solver takes them: sparse, one after another. */
function modelOf({ columns, rows }: LinearProgram) {
  const terms = rows.flatMap((row) => row.terms);
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] ?? 0) + row.terms.length));
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: new Float64Array(columns.length),
    colLower: Float64Array.from(columns, ({ low }) => low),
    colUpper: Float64Array.from(columns, ({ high }) => high),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: "csr" as const,
      numCols: columns.length,
      numRows: rows.length,
      starts,
      indices: Int32Array.from(terms, ([column]) => column),
      values: Float64Array.from(terms, ([, factor]) => factor),
    },
  };
}

const OPTIMAL = 7;
const INFEASIBLE = 8;

function answerOf(status: ModelStatusCode, columns: () => Float64Array): LinearAnswer {
  if (status === OPTIMAL) return { kind: "optimal", columns: columns() };
  if (status === INFEASIBLE) return { kind: "infeasible" };
  return { kind: "failed", status: `model status ${status} of HiGHS` };
}
