import type { PairProducts } from "./correlation.ts";
import { type Matrix, entry, submatrix } from "../moments/matrix.ts";
import { sweep } from "../moments/sweep.ts";

/** What two columns keep of their squares and products once the controls are taken out. */
export interface ResidualProducts {
  readonly products: PairProducts;
  /** How many controls were taken out: a control that repeats others counts for none. */
  readonly controls: number;
}

/** Below this share of its squares a column is explained by the controls; what is left is noise. */
const EXPLAINED_BELOW = 1e-10;

export function residualProducts(
  products: Matrix,
  x: number,
  y: number,
  controls: readonly number[],
): ResidualProducts {
  const ordered = submatrix(products, [x, y, ...controls]);
  const swept = sweep(
    ordered,
    controls.map((_, i) => i + 2),
  );
  const left = (i: number): number => {
    const residual = entry(swept.matrix, i, i);
    return residual > EXPLAINED_BELOW * entry(ordered, i, i) ? residual : 0;
  };
  return {
    products: { xx: left(0), xy: entry(swept.matrix, 0, 1), yy: left(1) },
    controls: controls.length - swept.aliased.length,
  };
}
