import cdf from "@stdlib/stats-base-dists-t-cdf";
import quantile from "@stdlib/stats-base-dists-t-quantile";

/**
 * The share of Student's t distribution at or below `t`. Degrees of freedom need not be whole
 * (Welch). By the regularised incomplete beta function (stdlib); relative error about 1e-13.
 *
 * @throws Error when `degreesOfFreedom` is not above 0
 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  requireDegrees(degreesOfFreedom);
  return cdf(t, degreesOfFreedom);
}

/**
 * The value below which a share `probability` of Student's t distribution lies.
 *
 * @throws Error when the probability is not between 0 and 1, or `degreesOfFreedom` not above 0
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  requireDegrees(degreesOfFreedom);
  if (!(probability > 0 && probability < 1)) {
    throw new Error(`t quantile: expected a probability between 0 and 1, got ${probability}`);
  }
  return quantile(probability, degreesOfFreedom);
}

/** The two-sided p-value: the chance of a t at least this far from 0 if there is no association. */
export const twoSidedP = (t: number, degreesOfFreedom: number): number =>
  2 * studentTCdf(-Math.abs(t), degreesOfFreedom);

function requireDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0)) {
    throw new Error(`student t: expected degrees of freedom above 0, got ${degreesOfFreedom}`);
  }
}
