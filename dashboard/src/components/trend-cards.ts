import { axisX, axisY, link, ruleY, text } from "@observablehq/plot";
import { html } from "htl";
import type { TrendRow } from "../../../functions/releases/tables.ts";
import { percent } from "../words/numbers.js";
import { isShown } from "../words/shares.js";
import { chart } from "./chart.js";
import { inGroups } from "./place-cell.js";
import { card, smallMultiples } from "./section.js";
import { pastOf } from "./spark.js";

/** The releases of the year as small multiples: one card per place, all on one scale from 0 to 100 %, one bar per release. */
export function trendCards(rows: readonly TrendRow[]): HTMLElement {
  const shown = rows.filter((row) => isShown(row) && ["all", "transition"].includes(row.breakdown));
  const lines = inGroups(shown, ({ level, school, group }) => `${level} ${school} ${group}`).filter(
    (line) => line.length > 1,
  );
  if (lines.length === 0) {
    return html`<p>There is one release with this figure so far; a line needs two.</p>`;
  }
  return smallMultiples(...lines.map(trendCard));
}

function trendCard(line: readonly [TrendRow, ...TrendRow[]]): HTMLElement {
  const [{ schoolName, group, groupName }] = line;
  const title = group === "all" ? schoolName : `${schoolName}: ${groupName}`;
  const points = pastOf(line);
  const words = points.map((point) => point.words);
  return card(
    title,
    chart(`${title}: ${words.join(", ")}`, () => ({
      height: 150,
      marginLeft: 40,
      marginRight: 24,
      marginTop: 16,
      marginBottom: 26,
      x: { type: "utc", label: null },
      y: { domain: [0, 1], label: null },
      marks: [
        axisY({ ticks: [0, 0.5, 1], tickFormat: (rate: number) => percent(rate), tickSize: 0 }),
        axisX({ ticks: 3, tickSize: 4, tickFormat: "%b %Y" }),
        ruleY([0, 0.5, 1], { stroke: "var(--line)" }),
        link(points, {
          x: "day",
          y1: "low",
          y2: "high",
          stroke: "var(--accent)",
          strokeWidth: 8,
          strokeLinecap: "round",
        }),
        text(points.slice(-1), {
          x: "day",
          y: "high",
          text: "share",
          textAnchor: "end",
          dx: 14,
          dy: (points.at(-1)?.high ?? 0) > 0.85 ? 34 : -14,
          fontWeight: 600,
          fill: "var(--ink)",
          stroke: "var(--card)",
          strokeWidth: 4,
        }),
      ],
    })),
  );
}
