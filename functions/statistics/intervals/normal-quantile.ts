import quantile from "@stdlib/stats-base-dists-normal-quantile";

/**
 * The value below which a share `probability` of the standard normal distribution lies.
 * Relative error about 1e-13, by the inverse complementary error function (stdlib).
 *
 * @throws Error when the probability is not between 0 and 1, both excluded
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new Error(`normal quantile: expected a probability between 0 and 1, got ${probability}`);
  }
  return quantile(probability, 0, 1);
}
