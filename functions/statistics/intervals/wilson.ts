import { type Interval, normalMultiplier } from "./interval.ts";
import { type NotEnoughData, notEnoughData } from "../moments/not-enough-data.ts";

/** A share of a group, 0 to 1. */
export interface Proportion {
  readonly kind: "proportion";
  readonly rate: number;
  /** 95 %, inside 0 to 1. */
  readonly interval: Interval;
}

/**
 * The score interval of a proportion: Wilson (1927, JASA 22). It has width at 0 of n and at n of
 * n, where the textbook interval has none.
 *
 * @throws Error when the numerator is not one of 0, 1, … denominator
 */
export function wilson(numerator: number, denominator: number): Proportion | NotEnoughData {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) {
    throw new Error("wilson: expected whole counts");
  }
  if (numerator < 0 || numerator > denominator) {
    throw new Error("wilson: expected a numerator from 0 to the denominator");
  }
  if (denominator === 0) return notEnoughData("too-few-observations");
  const rate = numerator / denominator;
  const z2 = normalMultiplier ** 2;
  const centre = rate + z2 / (2 * denominator);
  const reach =
    normalMultiplier *
    Math.sqrt((rate * (1 - rate)) / denominator + z2 / (4 * denominator * denominator));
  const scale = 1 + z2 / denominator;
  return {
    kind: "proportion",
    rate,
    // At 0 of n and n of n the ends are 0 and 1, which rounding may miss.
    interval: {
      lower: numerator === 0 ? 0 : (centre - reach) / scale,
      upper: numerator === denominator ? 1 : (centre + reach) / scale,
    },
  };
}
