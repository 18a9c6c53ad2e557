import type { FirstDue } from "../metrics/cube/due-days.ts";
import type { PublicDrawing } from "../protection/public-drawing.ts";
import type { DrawnEstimates } from "../protection/public-estimates.ts";

/**
 * What a public release was drawn from: exact counts, kept in the records bucket for the next
 * release.
 */
export interface KeptDrawing extends PublicDrawing {
  readonly release: string;
  /**
   * The hash of the records, definitions and policy: while it is unchanged, a release of the same
   * day is the same.
   */
  readonly madeFrom: string;
  /** The version of the records. */
  readonly conformed: string;
  readonly estimates: DrawnEstimates;
  /**
   * By as-of day of the year's releases, what was due by when at the schools in public figures;
   * absent in drawings of earlier versions.
   */
  readonly firstDue?: { readonly [asOf: string]: FirstDue };
}
