import { axisX, axisY, link, ruleY, text } from "@observablehq/plot";
import { html } from "htl";
import type { TrendNotes } from "../../../functions/releases/manifest/manifest.ts";
import type { TrendRow } from "../../../functions/releases/tables/tables.ts";
import { editionName } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { percent } from "../words/numbers.js";
import { isShown } from "../words/shares.js";
import { chart } from "./chart.js";
import { inGroups } from "./place-cell.js";
import { card, smallMultiples } from "./section.js";
import { pastOf } from "./spark.js";

/**
 * The releases of the year as small multiples: one card per place, all on one scale from 0 to 100 %, one
 * bar per release. Releases that the latest is not compared with are gray.
 */
export function trendCards({ manifest }: Release, rows: readonly TrendRow[]): HTMLElement {
  const breakdowns = ["all", "transition", "requirement"];
  const shown = rows.filter((row) => isShown(row) && breakdowns.includes(row.breakdown));
  const lines = inGroups(shown, ({ level, school, group }) => `${level} ${school} ${group}`).filter(
    (line) => line.length > 1,
  );
  if (lines.length === 0) {
    return html`<div>
      <p>There is one ${editionName(manifest)} with this figure so far; a line needs two.</p>
      ${leftOut(manifest.trend)}
    </div>`;
  }
  const isBroken = lines.some((line) => pastOf(line).some(({ isCompared }) => !isCompared));
  return html`<div>
    ${smallMultiples(...lines.map(trendCard))}
    ${
      isBroken
        ? html`<p class="fine">
            Gray: not compared with the latest figure, since a different set of requirements was
            due.
          </p>`
        : ""
    }
    ${leftOut(manifest.trend)}
  </div>`;
}

/** Releases of the school year of which no trend is made; a release of a version before says nothing of them. */
function leftOut(trend: TrendNotes | undefined): HTMLElement | string {
  if (trend === undefined || trend.otherDefinitionsOn === null) return "";
  return html`<p class="fine">
    Releases of this school year by other definitions or rules, the last as of
    ${dayInWords(trend.otherDefinitionsOn)}, are left out: trends begin with the release as of
    ${dayInWords(trend.startsOn)}.
  </p>`;
}

type Point = ReturnType<typeof pastOf>[number];

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
          stroke: ({ isCompared }: Point) => (isCompared ? "var(--accent)" : "var(--muted)"),
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
