import { isShown } from "../../../words/formats/shares.js";
import { markOf } from "../../../words/terms/states.js";
import { countsOf } from "../counts-of.js";
import type { BarRow } from "./bar-rows.ts";

/** The rows of one bar as a chart draws it, or why it has no figure. */
export function drawnBar(rows: readonly [BarRow, ...BarRow[]], asOf: string) {
  const shown = rows.filter(isShown);
  const [first] = rows;
  return {
    n: shown[0]?.n ?? null,
    note: countsOf(shown[0]?.drawnOn ?? null, asOf),
    why: markOf((rows.find(({ state }) => state !== "not-applicable") ?? first).state),
    parts: shown.map(({ part, low, high }) => ({ part, low, high })),
  };
}
