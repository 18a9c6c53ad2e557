import type { Vector } from "../../functions/statistics/moments/matrix.ts";
import { addRow, emptyMoments, type Moments } from "../../functions/statistics/moments/moments.ts";

/**
 * Moments of rows of `width` columns, in one pass.
 *
 * @throws Error when a row has another width or holds a value that is not finite
 */
export function momentsOf(width: number, rows: Iterable<Vector>): Moments {
  const moments = emptyMoments(width);
  for (const row of rows) addRow(moments, row);
  return moments;
}
