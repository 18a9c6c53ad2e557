import { link, plot, ruleY } from "@observablehq/plot";
import type { TrendRow } from "../../../functions/releases/tables/tables.ts";
import { dayInWords } from "../words/days.js";
import { isShown, shareInWords } from "../words/shares.js";
import { asImage } from "./chart.js";

/** The past of one figure on a scale of 0 to 100 %, one bar per release that it is compared with; nothing where there is none. */
export function spark(name: string, rows: readonly TrendRow[]): Node | null {
  const past = pastOf(rows).filter(({ isCompared }) => isCompared);
  if (past.length < 2) return null;
  const drawn = plot({
    width: 200,
    height: 44,
    margin: 5,
    axis: null,
    x: { type: "utc" },
    y: { domain: [0, 1] },
    ariaLabel: `${name} in the releases of the year: ${past.map(({ words }) => words).join(", ")}`,
    className: "spark",
    marks: [
      ruleY([0], { stroke: "var(--line)" }),
      link(past, {
        x: "day",
        y1: "low",
        y2: "high",
        stroke: "var(--accent)",
        strokeWidth: 6,
        strokeLinecap: "round",
      }),
    ],
  });
  return asImage(drawn);
}

/** The shares of one figure in the releases of the year, the earliest first, and which of them the latest is compared with. */
export function pastOf(rows: readonly TrendRow[]) {
  const shown = [...rows].sort((a, b) => a.asOf.localeCompare(b.asOf)).filter(isShown);
  const since = shown.at(-1)?.comparableSince;
  return shown.map((row) => {
    const isCompared = row.comparableSince === since;
    return {
      day: new Date(row.asOf),
      low: row.low,
      high: row.high,
      isCompared,
      share: shareInWords(row),
      words: `${shareInWords(row)} on ${dayInWords(row.asOf)}${isCompared ? "" : ", not compared"}`,
    };
  });
}
