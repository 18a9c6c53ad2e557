import { type Correlation, correlationFrom } from "./correlation.ts";
import type { Moments } from "../moments/moments.ts";
import { residualProducts } from "./residual-products.ts";

/**
 * The correlation of two columns among students who are alike in the controls: what
 * -P₀₁/√(P₀₀P₁₁) gives for P the inverse of the products. With k controls the standard error of z
 * is 1/√(n - k - 3) and t has n - 2 - k degrees of freedom (Fisher 1924).
 *
 * @param controls columns held alike; a categorical one comes as one 0/1 column a category
 */
export function partialCorrelation(
  moments: Moments,
  x: number,
  y: number,
  controls: readonly number[],
): Correlation {
  const residual = residualProducts(moments.m2, x, y, controls);
  return correlationFrom(residual.products, moments.n, residual.controls);
}
