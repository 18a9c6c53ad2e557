import loadHighs from "highs";
import { highsSolver } from "../../functions/disclosure/highs-solver.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";

/** HiGHS, loaded. */
export const readySolver = async (): Promise<LinearSolver> => highsSolver(await loadHighs());
