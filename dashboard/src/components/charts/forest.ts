import { axisX, dot, gridX, link, ruleX, text } from "@observablehq/plot";
import { html } from "htl";
import { NARROW, ON_CARD, plotChart } from "./plot-chart.js";
import { rowHeight, rowNameTexts, rowsByName, type NarrowRow } from "./plot-rows.js";
import { rowsWithoutFigure, type ChartRow } from "./row-name.js";

/** One association with its 95% interval, if it has one; otherwise the reason why it has none. */
export interface ForestRow extends ChartRow {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface Forest {
  readonly rows: readonly ForestRow[];
  /** What the chart shows: its accessible name. */
  readonly label: string;
  /** The unit of all rows, in words. */
  readonly unit: string;
  /** A value of the unit as readers see it, with its sign. */
  readonly format: (value: number) => string;
  /** The scale reaches at least this far to both sides of 0. */
  readonly reach: number;
}

type Shown = ForestRow & { readonly estimate: number };

/** Associations of one unit on a scale about "no difference", each with its interval. */
export function forest({ rows, label, unit, format, reach }: Forest): HTMLElement {
  const shown = rows.filter((row): row is Shown => row.estimate !== null);
  const others = rowsWithoutFigure(rows.filter(({ estimate }) => estimate === null));
  if (shown.length === 0) return html`<div>${others}</div>`;
  const ends = shown.flatMap(({ estimate, low, high }) => [estimate, low ?? 0, high ?? 0]);
  const farthest = 1.12 * Math.max(reach, ...ends.map(Math.abs));
  const drawing = plotChart(label, (width) => ({
    ...rowsByName(shown, width, ON_PHONE),
    x: { domain: [-farthest, farthest], label: null },
    marks: [
      gridX({ ticks: ticksOf(width), stroke: "var(--line)", strokeOpacity: 1 }),
      axisX({
        ticks: ticksOf(width),
        tickSize: 0,
        tickFormat: format,
        label: unit,
        labelArrow: "none",
        labelAnchor: "center",
      }),
      ruleX([0], { stroke: "var(--ink)" }),
      link(
        shown.filter(({ low, high }) => low !== null && high !== null),
        {
          ...{ y: "name", x1: "low", x2: "high", dy: down(shown, width) },
          ...{ stroke: "var(--series-1)", strokeWidth: 2.5 },
        },
      ),
      dot(shown, {
        y: "name",
        x: "estimate",
        dy: down(shown, width),
        r: 6,
        symbol: ({ isWhole }: Shown) => (isWhole ? "diamond" : "circle"),
        fill: ({ isWhole }: Shown) => (isWhole ? "var(--ink)" : "var(--series-1)"),
        stroke: "var(--card)",
      }),
      text(shown, {
        y: "name",
        x: "estimate",
        text: ({ estimate }: Shown) => format(estimate),
        dy: down(shown, width) + (width < NARROW ? 17 : -14),
        fontWeight: 600,
        ...ON_CARD,
      }),
      ...rowNameTexts(shown, width, ON_PHONE),
    ],
  }));
  return html`<div>${drawing}${others}</div>`;
}

/** Below a name of any number of lines there is the same room for the estimate and its number. */
const ON_PHONE: NarrowRow<Shown> = { below: 41 };
const FROM_NAME = 12;

/** How far below the middle of its row an estimate stands. */
const down = (shown: readonly Shown[], width: number): number =>
  width < NARROW ? rowHeight(shown, width, ON_PHONE) / 2 - ON_PHONE.below + FROM_NAME : 0;

/** Leaves room between the numbers of the scale. */
const ticksOf = (width: number): number => (width < NARROW ? 4 : 8);
