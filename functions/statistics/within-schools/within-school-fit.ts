import { type Matrix, type Vector, entry, submatrix } from "../moments/matrix.ts";
import { sweep } from "../moments/sweep.ts";

/**
 * A least-squares fit with one intercept per school. Its predictors are the exposure, then the
 * controls.
 */
export interface DeterminedFit {
  readonly kind: "fit";
  /**
   * One per predictor, in units of the outcome per unit of the predictor; 0 for a control that is
   * left out.
   */
  readonly coefficients: Vector;
  /**
   * The inverse of the predictors' products; 0 in the rows and columns of controls that are left
   * out.
   */
  readonly inverse: Matrix;
  readonly residualSquares: number;
  /** Predictors in the fit, school intercepts not counted. */
  readonly rank: number;
}

/** The design cannot answer the question, however many students there are. */
export interface NotDeterminable {
  readonly kind: "not-determinable";
  readonly reason:
    /** In no school do students with equal controls differ in the exposure. */
    | "exposure-constant-within-schools"
    /** The predictors give the outcome exactly: no residual to judge uncertainty by. */
    | "no-residual-variation";
}

/**
 * Fits from within-school products alone: β = W_xx⁻¹ W_xy, which is least squares with school
 * dummies (Frisch and Waugh 1933, Econometrica 1(4)).
 *
 * @param products within-school products of [exposure, ...controls, outcome], in that order
 */
export function withinSchoolFit(products: Matrix): DeterminedFit | NotDeterminable {
  const outcome = products.length - 1;
  const predictors = [...products.slice(0, outcome).keys()];
  // The exposure comes last: a control that repeats others is dropped, the exposure never is.
  const swept = sweep(products, [...predictors.slice(1), 0]);
  if (swept.aliased.includes(0)) {
    return { kind: "not-determinable", reason: "exposure-constant-within-schools" };
  }
  return {
    kind: "fit",
    coefficients: predictors.map((i) => entry(swept.matrix, i, outcome)),
    inverse: submatrix(swept.matrix, predictors),
    residualSquares: entry(swept.matrix, outcome, outcome),
    rank: predictors.length - swept.aliased.length,
  };
}
