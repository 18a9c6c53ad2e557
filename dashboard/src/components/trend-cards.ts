import { axisX, axisY, dot, lineY, ruleY, text } from "@observablehq/plot";
import { html } from "htl";
import type { TrendRow } from "../../../functions/releases/tables.ts";
import { dayInWords } from "../words/days.js";
import { percent } from "../words/numbers.js";
import { isShown } from "../words/states.js";
import { chart } from "./chart.js";
import { inGroups } from "./place-cell.js";
import { card, smallMultiples } from "./section.js";

/** The releases of the year as small multiples: a card a place, all on one scale from 0 to 100 %. */
export function trendCards(rows: readonly TrendRow[]): HTMLElement {
  const shown = rows.filter(
    (row) => isShown(row) && row.rate !== null && row.breakdown !== "grade",
  );
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
  const points = [...line]
    .sort((a, b) => a.asOf.localeCompare(b.asOf))
    .map(({ asOf, rate }) => ({ day: new Date(asOf), asOf, rate: rate ?? 0 }));
  const words = points.map(({ asOf, rate }) => `${percent(rate)} on ${dayInWords(asOf)}`);
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
        lineY(points, { x: "day", y: "rate", stroke: "var(--accent)", strokeWidth: 2 }),
        dot(points, { x: "day", y: "rate", r: 3.5, fill: "var(--accent)" }),
        text(points.slice(-1), {
          x: "day",
          y: "rate",
          text: ({ rate }: { rate: number }) => percent(rate),
          dy: -13,
          fontWeight: 600,
          fill: "var(--ink)",
        }),
      ],
    })),
  );
}
