import { highsSolver } from "../../functions/disclosure/highs-solver.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { loadSolver } from "../../functions/adapters/load-solver.ts";

/** HiGHS, loaded. */
export const readySolver = async (): Promise<LinearSolver> => highsSolver(await loadSolver());
