import { type Vector, entry } from "../moments/matrix.ts";
import type { DeterminedFit } from "./within-school-fit.ts";

/**
 * One a predictor: √(σ² · diagonal of the inverse), σ² = residual squares / (n - schools - rank).
 * Takes students of a school as independent and equally spread: shown beside the others, never
 * instead of them.
 */
export function classicalStandardErrors(fit: DeterminedFit, n: number, schools: number): Vector {
  const variance = fit.residualSquares / (n - schools - fit.rank);
  return fit.inverse.map((_, i) => Math.sqrt(variance * entry(fit.inverse, i, i)));
}
