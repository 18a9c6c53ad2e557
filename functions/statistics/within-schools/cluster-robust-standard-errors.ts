import { type Matrix, type Vector, dot, element, multiply } from "../moments/matrix.ts";
import type { DeterminedFit } from "./within-school-fit.ts";

/**
 * One per predictor, allowing students of one school to be similar in ways not measured: the
 * sandwich of Liang and Zeger (1986, Biometrika 73(1)) in its CR1 form, times G/(G-1) · (n-1)/(n-K)
 * with school dummies counted in K = rank + G, as Stata's `areg, cluster` does. Too small with few
 * schools.
 *
 * @param schools each school's products of [exposure, ...controls, outcome]
 */
export function clusterRobustStandardErrors(
  fit: DeterminedFit,
  schools: readonly Matrix[],
  n: number,
): Vector {
  const g = schools.length;
  const correction = ((g / (g - 1)) * (n - 1)) / (n - fit.rank - g);
  const influences = schools.map((products) => multiply(fit.inverse, score(products, fit)));
  return fit.coefficients.map((_, i) =>
    Math.sqrt(correction * influences.reduce((sum, school) => sum + element(school, i) ** 2, 0)),
  );
}

/** What a school's residuals have in common with its predictors: Σ x·(y - xβ). */
function score(products: Matrix, fit: DeterminedFit): Vector {
  const p = fit.coefficients.length;
  return products
    .slice(0, p)
    .map((line) => element(line, p) - dot(line.slice(0, p), fit.coefficients));
}
