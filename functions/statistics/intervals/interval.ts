import { normalQuantile } from "./normal-quantile.ts";
import { studentTQuantile } from "./student-t.ts";

/** A two-sided 95 % confidence interval, in the unit of its estimate. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

const UPPER_TAIL_STARTS_AT = 0.975;

/** The normal quantile of a two-sided 95 % interval, about 1.96. */
export const normalMultiplier = normalQuantile(UPPER_TAIL_STARTS_AT);

/** `estimate` ± 1.96 standard errors. */
export const normalInterval = (estimate: number, standardError: number): Interval => ({
  lower: estimate - normalMultiplier * standardError,
  upper: estimate + normalMultiplier * standardError,
});

/** `estimate` ± the Student t quantile times the standard error. */
export function studentTInterval(
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
): Interval {
  const reach = studentTQuantile(UPPER_TAIL_STARTS_AT, degreesOfFreedom) * standardError;
  return { lower: estimate - reach, upper: estimate + reach };
}
