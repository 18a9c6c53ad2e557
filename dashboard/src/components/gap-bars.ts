import { axisX, gridX, link, pointer, ruleX, ruleY, text, tip } from "@observablehq/plot";
import type { StudentGroupRow } from "../../../functions/releases/tables/tables.ts";
import { gapInWords } from "../words/gaps.js";
import { chart, NARROW } from "./chart.js";
import { rowNames } from "./row-names.js";
import { ON_CARD, rowsByName } from "./row-scale.js";

/** Points to the left or right of the widest gap that is shown. */
const ROOM = 5;

/** Gaps as bars from least to greatest about a line of no difference, an exact gap as a dot; what is certain is filled, the rest is not. */
export function gapBars(title: string, rows: readonly StudentGroupRow[]): HTMLElement {
  const bars = rows.map((row) => ({
    name: `${row.groupName}, compared with ${lower(row.comparedWithName)}`,
    low: row.gapLow ?? 0,
    high: row.gapHigh ?? 0,
    isCertain: row.gap !== "unclear",
    words: gapInWords(row),
  }));
  type Bar = (typeof bars)[number];
  const reach = Math.max(10, ...bars.map(({ low, high }) => Math.max(-low, high))) + ROOM;
  const spoken = bars.slice(0, 8).map(({ name, words }) => `${name}: ${words}`);
  const more = bars.length > spoken.length ? "; more in the table" : "";
  return chart(`${title}, gaps in percentage points. ${spoken.join("; ")}${more}.`, (width) => {
    const isNarrow = width < NARROW;
    return {
      height: bars.length * (isNarrow ? 58 : 42) + 50,
      marginTop: 10,
      marginBottom: 40,
      x: { domain: [-reach, reach], label: null },
      ...rowsByName(bars, isNarrow),
      marks: [
        gridX({ ticks: isNarrow ? 4 : 8, stroke: "var(--line)", strokeOpacity: 1 }),
        axisX({
          ticks: isNarrow ? 4 : 8,
          tickSize: 0,
          tickFormat: (points: number) =>
            points > 0 ? `+${points}` : `${points}`.replace("-", "−"),
          label: "percentage points",
          labelArrow: "none",
          labelAnchor: "center",
        }),
        ruleY(bars, { y: "name", stroke: "var(--line)", strokeDasharray: "2,3" }),
        ruleX([0], { stroke: "var(--ink)" }),
        link(bars, {
          y: "name",
          x1: "low",
          x2: "high",
          stroke: "var(--accent)",
          strokeOpacity: ({ isCertain }: Bar) => (isCertain ? 1 : 0.35),
          strokeWidth: 9,
          strokeLinecap: "round",
        }),
        text(bars, {
          y: "name",
          x: ({ low, high }: Bar) => (low + high) / 2,
          text: "words",
          dy: isNarrow ? 17 : -15,
          fontWeight: 600,
          ...ON_CARD,
        }),
        ...rowNames(bars, isNarrow, 17),
        tip(
          bars,
          pointer({
            y: "name",
            x: "low",
            title: ({ name, words }: Bar) => `${name}: ${words}`,
            fill: "var(--card)",
          }),
        ),
      ],
    };
  });
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
