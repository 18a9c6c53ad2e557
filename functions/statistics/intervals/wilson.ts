import { notEnoughData, type NotEnoughData } from "../moments/not-enough-data.ts";
import { normalMultiplier, type Interval } from "./interval.ts";

/** A share of counted things with its 95 % interval. */
export interface Proportion extends Interval {
  readonly kind: "proportion";
  readonly numerator: number;
  readonly denominator: number;
  /** `numerator` / `denominator`, 0 to 1. */
  readonly share: number;
}

/** A proportion with its score interval: Wilson (1927, JASA 22), without continuity correction. */
export function wilson(numerator: number, denominator: number): Proportion | NotEnoughData {
  if (denominator === 0) return notEnoughData("too-few-observations");
  const share = numerator / denominator;
  const squared = normalMultiplier ** 2;
  const center = share + squared / (2 * denominator);
  const reach =
    normalMultiplier *
    Math.sqrt((share * (1 - share)) / denominator + squared / (4 * denominator ** 2));
  const scale = 1 + squared / denominator;
  return {
    kind: "proportion",
    numerator,
    denominator,
    share,
    lower: numerator === 0 ? 0 : (center - reach) / scale,
    upper: numerator === denominator ? 1 : (center + reach) / scale,
  };
}
