import { dot, lineY, plot, ruleY } from "@observablehq/plot";
import type { TrendRow } from "../../../functions/releases/tables.ts";
import { dayInWords } from "../words/days.js";
import { percent } from "../words/numbers.js";
import { isShown } from "../words/states.js";
import { asImage } from "./chart.js";

/** The past of one figure on a scale of 0 to 100 %; nothing where there is no past to draw. */
export function spark(name: string, rows: readonly TrendRow[]): Node | null {
  const shown = rows.filter((row) => isShown(row) && row.rate !== null);
  if (shown.length < 2) return null;
  const past = [...shown].sort((a, b) => a.asOf.localeCompare(b.asOf));
  const words = past.map(({ rate, asOf }) => `${percent(rate ?? 0)} on ${dayInWords(asOf)}`);
  const days = past.map(({ asOf, rate }) => ({ day: new Date(asOf), rate }));
  const drawn = plot({
    width: 200,
    height: 44,
    margin: 5,
    axis: null,
    x: { type: "utc" },
    y: { domain: [0, 1] },
    ariaLabel: `${name} in the releases of the year: ${words.join(", ")}`,
    className: "spark",
    marks: [
      ruleY([0], { stroke: "var(--line)" }),
      lineY(days, { x: "day", y: "rate", stroke: "var(--accent)", strokeWidth: 2 }),
      dot(days.slice(-1), { x: "day", y: "rate", r: 4, fill: "var(--accent)" }),
    ],
  });
  return asImage(drawn);
}
