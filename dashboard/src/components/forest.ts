import { axisX, gridX, pointer, ruleX, ruleY, text, tip } from "@observablehq/plot";
import { html } from "htl";
import { estimateIn, unitName } from "../words/numbers.js";
import { chart, nameMargin, NARROW } from "./chart.js";
import { intervalMarks } from "./interval-marks.js";
import { rowNames, type NamedRow } from "./row-names.js";
import { ON_CARD } from "./row-scale.js";
import { spokenWithoutFigure, withoutFigure } from "./without-figure.js";

/** One estimate of a forest plot, with its 95 % interval where there is one. */
export interface ForestRow extends NamedRow {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly state: string;
}

/** Estimates of one unit on a scale about "no difference", each with its interval. */
export function forest(rows: readonly ForestRow[], unit: string, title: string): HTMLElement {
  const shown = rows.filter(({ estimate }) => estimate !== null);
  const others = rows.filter(({ estimate }) => estimate === null);
  if (shown.length === 0) return html`<div>${withoutFigure(others) ?? ""}</div>`;
  const ends = shown.flatMap(({ estimate, low, high }) => [estimate ?? 0, low ?? 0, high ?? 0]);
  const reach = Math.max(...ends.map(Math.abs), unit === "percentage-points" ? 1 : 0.1) * 1.15;
  const words = [
    ...shown.slice(0, 8).map((row) => wordsOf(row, unit)),
    ...(others.length > 0 ? [spokenWithoutFigure(others)] : []),
  ];
  const drawing = chart(`${title}. ${words.join("; ")}.`, (width) => {
    const isNarrow = width < NARROW;
    const margin = isNarrow ? 8 : nameMargin(shown);
    const ticks = Math.max(2, Math.round((width - margin) / 110));
    return {
      height: shown.length * (isNarrow ? 58 : 46) + 50,
      marginLeft: margin,
      marginRight: 20,
      marginTop: 12,
      marginBottom: 40,
      x: { domain: [-reach, reach], label: null },
      y: {
        type: "point",
        domain: shown.map(({ name }) => name),
        axis: null,
        padding: isNarrow ? 0.7 : 0.5,
      },
      marks: [
        gridX({ ticks, stroke: "var(--line)", strokeOpacity: 1 }),
        axisX({
          ticks,
          tickSize: 0,
          tickFormat: (value: number) => estimateIn(unit, value),
          label: unitName(unit),
          labelArrow: "none",
          labelAnchor: "center",
        }),
        ruleY(shown, { y: "name", stroke: "var(--line)", strokeDasharray: "2,3" }),
        ruleX([0], { stroke: "var(--ink)" }),
        ...intervalMarks(shown, "estimate"),
        text(shown, {
          y: "name",
          x: "estimate",
          text: ({ estimate }: ForestRow) => estimateIn(unit, estimate ?? 0),
          dy: isNarrow ? 17 : -15,
          fontWeight: 600,
          ...ON_CARD,
        }),
        ...rowNames(shown, isNarrow, 17),
        tip(
          shown,
          pointer({
            y: "name",
            x: "estimate",
            title: (row: ForestRow) => wordsOf(row, unit),
            fill: "var(--card)",
          }),
        ),
      ],
    };
  });
  return html`<div>${drawing}${withoutFigure(others) ?? ""}</div>`;
}

function wordsOf({ name, estimate, low, high }: ForestRow, unit: string): string {
  const interval =
    low === null || high === null
      ? "no interval"
      : `95% interval ${estimateIn(unit, low)} to ${estimateIn(unit, high)}`;
  return `${name}: ${estimateIn(unit, estimate ?? 0)} ${unitName(unit)}, ${interval}`;
}
