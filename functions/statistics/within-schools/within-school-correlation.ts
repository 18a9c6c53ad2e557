import { type Correlation, correlationFrom } from "../correlations/correlation.ts";
import type { Moments } from "../moments/moments.ts";
import { notEnoughData } from "../moments/not-enough-data.ts";
import { pooledWithinSchools } from "./pooled-within-schools.ts";
import { residualProducts } from "../correlations/residual-products.ts";

/**
 * The correlation of two columns among students of the same school, and alike in the controls.
 * It is the partial correlation given school and controls, so each school but the first counts as
 * a control. The interval takes students of a school as independent of each other.
 *
 * @param schools one each, in the order of their ids
 * @param controls empty for the plain within-school correlation
 */
export function withinSchoolCorrelation(
  schools: readonly Moments[],
  x: number,
  y: number,
  controls: readonly number[],
): Correlation {
  if (schools.length === 0) return notEnoughData("too-few-observations");
  const within = pooledWithinSchools(schools);
  const residual = residualProducts(within.m2, x, y, controls);
  return correlationFrom(residual.products, within.n, residual.controls + within.schools - 1);
}
