import { isShown } from "../../../words/formats/shares.js";
import { markOf } from "../../../words/terms/states.js";
import { countsNote, countsOf } from "../counts-of.js";
import type { BarRow } from "./bar-rows.ts";

/**
 * The rows of one bar as a chart draws it, or why it has no figure.
 * @param isApart whether its counts are from before a due day that other bars are from after
 */
export function drawnBar(rows: readonly [BarRow, ...BarRow[]], asOf: string, isApart = false) {
  const shown = rows.filter(isShown);
  const [first] = rows;
  return {
    n: shown[0]?.n ?? null,
    note: countsNote(countsOf(shown[0]?.drawnOn ?? null, asOf), isApart),
    why: markOf((rows.find(({ state }) => state !== "not-applicable") ?? first).state),
    parts: shown.map(({ part, low, high }) => ({ part, low, high })),
  };
}
