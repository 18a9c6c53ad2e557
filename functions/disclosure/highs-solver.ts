import type { Highs, ModelStatusCode } from "highs";
import type { LinearAnswer, LinearProgram, LinearSolver } from "./linear-solver.ts";

/** Seconds for one program in whole numbers; then it counts as failed, never as protected. */
const LONGEST = 20;

/** One thread; the choice that HiGHS makes by itself takes ten times as long on small programs. */
const DUAL_SIMPLEX = 1;
const SMALL = 1000;
const presolveOf = ({ lower }: LinearProgram): "on" | "off" =>
  lower.length < SMALL ? "off" : "on";

/** A loaded HiGHS as a solver: the same program and costs give the same answer. */
export const highsSolver =
  (highs: Highs): LinearSolver =>
  (program, use) =>
    highs.withModel(modelOf(program), (model) => {
      model.options.set({
        output_flag: false,
        random_seed: 0,
        ...(program.areWhole
          ? { mip_rel_gap: program.gap, time_limit: LONGEST }
          : { solver: "simplex", simplex_strategy: DUAL_SIMPLEX, presolve: presolveOf(program) }),
      });
      const last = program.lower.length - 1;
      // Not a promise, so that the model is disposed of as soon as the use returns.
      return {
        result: use((costs) => {
          model.changeColsCost({ kind: "range", from: 0, to: last }, costs);
          model.run();
          return answerOf(model.getModelStatus(), () => model.getSolution().colValue);
        }),
      };
    }).result;

/** A row of coefficients a column of the table, as sparse rows. */
const modelOf = (program: LinearProgram) => ({
  numCols: program.lower.length,
  numRows: program.rowLower.length,
  colCost: new Float64Array(program.lower.length),
  colLower: program.lower,
  colUpper: program.upper,
  rowLower: program.rowLower,
  rowUpper: program.rowUpper,
  matrix: {
    format: "csr" as const,
    numCols: program.lower.length,
    numRows: program.rowLower.length,
    starts: program.starts,
    indices: program.indices,
    values: program.values,
  },
  ...(program.areWhole ? { integrality: new Int32Array(program.lower.length).fill(1) } : {}),
});

const OPTIMAL = 7;
const INFEASIBLE = 8;

function answerOf(status: ModelStatusCode, columns: () => Float64Array): LinearAnswer {
  if (status === OPTIMAL) return { kind: "optimal", columns: columns() };
  if (status === INFEASIBLE) return { kind: "infeasible" };
  return { kind: "failed", status: `model status ${status} of HiGHS` };
}
