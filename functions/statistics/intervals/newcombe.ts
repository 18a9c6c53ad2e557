import type { Interval } from "./interval.ts";
import type { NotEnoughData } from "../moments/not-enough-data.ts";
import { wilson } from "./wilson.ts";

/** A numerator of a denominator. */
export interface CountOf {
  readonly numerator: number;
  readonly denominator: number;
}

/** One group's rate less another's, -1 to 1. */
export interface RateDifference {
  readonly kind: "rate-difference";
  readonly difference: number;
  /** 95 %, inside -1 to 1. */
  readonly interval: Interval;
}

/**
 * The difference of two proportions with the hybrid score interval, method 10 of Newcombe (1998,
 * Statistics in Medicine 17(8)).
 *
 * @throws Error when a numerator is not one of 0, 1, … its denominator
 */
export function newcombe(group: CountOf, reference: CountOf): RateDifference | NotEnoughData {
  const one = wilson(group.numerator, group.denominator);
  const zero = wilson(reference.numerator, reference.denominator);
  if (one.kind === "not-enough-data") return one;
  if (zero.kind === "not-enough-data") return zero;
  const difference = one.rate - zero.rate;
  const below = Math.hypot(one.rate - one.interval.lower, zero.interval.upper - zero.rate);
  const above = Math.hypot(one.interval.upper - one.rate, zero.rate - zero.interval.lower);
  return {
    kind: "rate-difference",
    difference,
    interval: { lower: difference - below, upper: difference + above },
  };
}
