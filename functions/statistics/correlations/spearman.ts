import { type Correlation, correlationFrom } from "./correlation.ts";
import { type Fraction, fractionKey } from "../moments/fraction.ts";
import type { JointHistogram } from "../moments/joint-histogram.ts";
import { midranks } from "../moments/midranks.ts";

/**
 * Spearman's rank correlation, exact under ties: Pearson's correlation of the midranks. t on n - 2
 * degrees of freedom; interval with the standard error √((1 + ρ²/2)/(n - 3)) of Bonett and Wright
 * (2000, Psychometrika 65(1)).
 */
export function spearman({ cells }: JointHistogram): Correlation {
  const n = cells.reduce((sum, [, , count]) => sum + count, 0);
  const xDeviation = rankDeviations(
    n,
    cells.map(([x, , count]) => [x, count]),
  );
  const yDeviation = rankDeviations(
    n,
    cells.map(([, y, count]) => [y, count]),
  );
  const products = { xx: 0, xy: 0, yy: 0 };
  for (const [x, y, count] of cells) {
    const dx = xDeviation(x);
    const dy = yDeviation(y);
    products.xx += count * dx * dx;
    products.xy += count * dx * dy;
    products.yy += count * dy * dy;
  }
  return correlationFrom(products, n, 0, (rho) => Math.sqrt((1 + (rho * rho) / 2) / (n - 3)));
}

/** A value's midrank less the mean rank, which is (n + 1)/2 with ties or without. */
function rankDeviations(
  n: number,
  margin: readonly (readonly [value: Fraction, count: number])[],
): (value: Fraction) => number {
  const ranks = midranks(margin);
  return (value) => {
    const rank = ranks.get(fractionKey(value));
    if (rank === undefined) throw new Error(`spearman: ${fractionKey(value)} has no rank`);
    return rank - (n + 1) / 2;
  };
}
