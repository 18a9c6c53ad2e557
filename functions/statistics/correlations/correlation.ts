import { type Interval, normalInterval } from "../intervals/interval.ts";
import { type NotEnoughData, notEnoughData } from "../moments/not-enough-data.ts";
import { twoSidedP } from "../intervals/student-t.ts";

/**
 * How closely two columns go together, from -1 to 1, with the interval and p-value that the number
 * of observations allows.
 */
export type Correlation =
  | {
      readonly kind: "correlation";
      readonly n: number;
      readonly r: number;
      /** 95 %, on the z scale of Fisher and back: always inside -1 to 1. */
      readonly interval: Interval;
      readonly t: number;
      readonly degreesOfFreedom: number;
      /** Two-sided. */
      readonly p: number;
    }
  /** One column determines the other exactly, so there is no uncertainty to state. */
  | { readonly kind: "perfect-correlation"; readonly n: number; readonly r: 1 | -1 }
  | NotEnoughData;

/** Sums of squares and products of two columns about their means. */
export interface PairProducts {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

const PERFECT_FROM = 1e-12;

/**
 * @param n observations
 * @param controls columns taken out before, school dummies among them
 * @param zStandardError the standard error of atanh(r); Fisher's unless the method has its own
 */
export function correlationFrom(
  { xx, xy, yy }: PairProducts,
  n: number,
  controls: number,
  zStandardError: (r: number) => number = () => 1 / Math.sqrt(n - controls - 3),
): Correlation {
  const degreesOfFreedom = n - 2 - controls;
  // With one observation fewer, Fisher's 1 / sqrt(n - controls - 3) has no value.
  if (degreesOfFreedom < 2) return notEnoughData("too-few-observations");
  if (!(xx > 0 && yy > 0)) return notEnoughData("no-variation");
  const r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
  const unexplained = 1 - r * r;
  if (unexplained <= PERFECT_FROM) return { kind: "perfect-correlation", n, r: r > 0 ? 1 : -1 };
  const t = r * Math.sqrt(degreesOfFreedom / unexplained);
  const z = normalInterval(Math.atanh(r), zStandardError(r));
  return {
    kind: "correlation",
    n,
    r,
    interval: { lower: Math.tanh(z.lower), upper: Math.tanh(z.upper) },
    t,
    degreesOfFreedom,
    p: twoSidedP(t, degreesOfFreedom),
  };
}
