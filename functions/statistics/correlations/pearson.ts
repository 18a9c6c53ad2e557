import { type Correlation, correlationFrom } from "./correlation.ts";
import { entry } from "../moments/matrix.ts";
import type { Moments } from "../moments/moments.ts";

/**
 * Pearson's correlation of two columns; with a 0/1 column, the point-biserial correlation.
 * Interval by Fisher's z (1921), se 1/√(n - 3); t on n - 2 degrees of freedom.
 */
export const pearson = (moments: Moments, x: number, y: number): Correlation =>
  correlationFrom(
    { xx: entry(moments.m2, x, x), xy: entry(moments.m2, x, y), yy: entry(moments.m2, y, y) },
    moments.n,
    0,
  );
