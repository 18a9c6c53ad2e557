import { loadSolver } from "../../functions/adapters/load-solver.ts";
import { highsSolver } from "../../functions/audit/highs-solver.ts";
import type { LinearSolver } from "../../functions/audit/linear-solver.ts";

/** HiGHS, loaded. @throws when it is not installed: the attacks cannot be left out of the tests */
export async function readySolver(): Promise<LinearSolver> {
  const highs = await loadSolver();
  if (highs === null) throw new Error("the solver is not installed: npm install");
  return highsSolver(highs);
}
