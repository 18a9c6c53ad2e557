import { axisX, gridX, ruleX, text } from "@observablehq/plot";
import { percent } from "../words/numbers.js";
import { nameMargin } from "./chart.js";
import type { NamedRow } from "./row-names.js";

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** The scale of every chart of shares: from 0 to 100 %, a line a quarter. */
export const scaleOfShares = () => [
  gridX({ ticks: QUARTERS, stroke: "var(--line)", strokeOpacity: 1 }),
  axisX({ ticks: QUARTERS, tickFormat: (share: number) => percent(share), tickSize: 0 }),
];

/** A line at 100 % with these words, where a rule asks for every student. */
export const lineOfAsked = (asked: string | undefined) =>
  asked === undefined
    ? []
    : [
        ruleX([1], { stroke: "var(--ink)", strokeDasharray: "3,3" }),
        text([asked], {
          x: () => 1,
          frameAnchor: "top",
          dy: -18,
          textAnchor: "end",
          fill: "var(--muted)",
        }),
      ];

/** Words of a chart on its card, readable over lines. */
export const ON_CARD = {
  fill: "var(--ink)",
  stroke: "var(--card)",
  strokeWidth: 4,
} as const;

/** A row a name, with room for the names beside the marks or above them. */
export const rowsByName = (rows: readonly NamedRow[], isNarrow: boolean) => ({
  marginLeft: isNarrow ? 4 : nameMargin(rows),
  marginRight: isNarrow ? 14 : 30,
  y: {
    type: "point" as const,
    domain: rows.map(({ name }) => name),
    axis: null,
    padding: isNarrow ? 0.7 : 0.5,
  },
});
