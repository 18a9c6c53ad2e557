import type { GroupSummary } from "./group-summary.ts";
import { type Interval, normalInterval } from "../intervals/interval.ts";
import { type NotEnoughData, notEnoughData } from "../moments/not-enough-data.ts";

/** A difference of means, measured in pooled standard deviations. */
export interface EffectSize {
  readonly kind: "effect-size";
  readonly hedgesG: number;
  readonly cohenD: number;
  /** Of Cohen's d. */
  readonly standardError: number;
  /** 95 %, of Hedges' g. */
  readonly interval: Interval;
}

/**
 * Hedges' g = J·d, with J = 1 - 3/(4(n₁ + n₀ - 2) - 1) against the bias of d in small groups:
 * Hedges (1981, Journal of Educational Statistics 6(2)). The interval takes g as normal with J
 * times the standard error of d.
 */
export function hedgesG(group: GroupSummary, reference: GroupSummary): EffectSize | NotEnoughData {
  const n = group.n + reference.n;
  const pooled = Math.sqrt(
    ((group.n - 1) * group.standardDeviation ** 2 +
      (reference.n - 1) * reference.standardDeviation ** 2) /
      (n - 2),
  );
  if (pooled === 0) return notEnoughData("no-variation");
  const cohenD = (group.mean - reference.mean) / pooled;
  const standardError = Math.sqrt(n / (group.n * reference.n) + cohenD ** 2 / (2 * n));
  const correction = 1 - 3 / (4 * (n - 2) - 1);
  return {
    kind: "effect-size",
    hedgesG: correction * cohenD,
    cohenD,
    standardError,
    interval: normalInterval(correction * cohenD, correction * standardError),
  };
}
