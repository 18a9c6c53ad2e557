/** An estimate of Hedges' g as it is published, rounded. */
export interface PublishedEffect {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  /** All students of both arms, rounded down to tens. */
  readonly students: number;
}

export type Arms = readonly [one: number, other: number];

/** The normal quantile of a two-sided 95 % interval. */
const NORMAL = 1.959963984540054;
/** No estimate has an arm of fewer students. */
const SMALLEST_ARM = 30;

/**
 * The sizes of two arms that explain a published g and its limits: g is J times d, and its limits lie
 * 1.96 J times the standard error of d away, which depends on d and the sizes alone. So the sizes can
 * be solved for, as closely as the rounding lets one.
 */
export function armsThatExplain(effect: PublishedEffect, step: 1 | 10): readonly Arms[] {
  const sizes: Arms[] = [];
  // Each arm rounded down by itself, both together can be ten under the rounded sum.
  const totals =
    step === 10
      ? [effect.students - 10, effect.students]
      : Array.from({ length: 10 }, (_, more) => effect.students + more);
  for (const total of totals) {
    for (let first = step; 2 * first <= total; first += step) {
      if (explains(effect, [first, total - first])) sizes.push([first, total - first]);
    }
  }
  return sizes;
}

/** Whether sizes of tens, as limits are computed from, explain an effect and neither arm is too small. */
export const isOfTens = (effect: PublishedEffect): boolean =>
  armsThatExplain(effect, 10).some((arms) => arms.every((arm) => arm >= SMALLEST_ARM));

function explains(
  { estimate, low, high, decimals }: PublishedEffect,
  [first, other]: Arms,
): boolean {
  const half = 0.5 * 10 ** -decimals + 1e-9;
  const n = first + other;
  const correction = 1 - 3 / (4 * (n - 2) - 1);
  // The true g lies within half a unit of the rounded one: one that gives both limits is enough.
  for (let step = -10; step <= 10; step++) {
    const g = estimate + (step / 10) * half;
    const d = g / correction;
    const reach = NORMAL * correction * Math.sqrt(n / (first * other) + d ** 2 / (2 * n));
    if (Math.abs(g - reach - low) <= half && Math.abs(g + reach - high) <= half) return true;
  }
  return false;
}
