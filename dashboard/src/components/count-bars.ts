import { barX, pointer, ruleX, text, tip } from "@observablehq/plot";
import { wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { chart, NARROW } from "./chart.js";

/** One bar: a count from 0, under a name and what qualifies the name. */
export interface CountBar {
  readonly name: string;
  readonly detail: string;
  readonly count: number | null;
  readonly state: string;
}

/** Counts as bars from 0 with the count at their end; names beside the bars, or above them on a phone. */
export function countBars(bars: readonly CountBar[], sentence: string): HTMLElement {
  const rows = bars.map((bar) => ({ ...bar, key: `${bar.name} ${bar.detail}` }));
  const shown = rows.filter((row) => isShown(row) && row.count !== null);
  const withheld = rows.filter((row) => !shown.includes(row));
  return chart(sentence, (width) => {
    const isNarrow = width < NARROW;
    const margin = isNarrow ? 0 : Math.min(300, Math.round(width * 0.42));
    return {
      height: rows.length * (isNarrow ? 84 : 54) + (isNarrow ? 26 : 12),
      marginLeft: margin,
      marginRight: 56,
      marginTop: isNarrow ? 40 : 4,
      marginBottom: 4,
      x: { domain: [0, Math.max(1, ...shown.map(({ count }) => count ?? 0))], axis: null },
      y: {
        domain: rows.map(({ key }) => key),
        axis: null,
        paddingInner: isNarrow ? 0.72 : 0.5,
        paddingOuter: isNarrow ? 0 : 0.25,
      },
      marks: [
        barX(shown, { y: "key", x: "count", fill: "var(--accent)" }),
        // Above a bar, the names would stand on the line.
        isNarrow ? null : ruleX([0], { stroke: "var(--muted)" }),
        text(shown, {
          y: "key",
          x: "count",
          text: ({ count }: Row) => wholeNumber(count ?? 0),
          textAnchor: "start",
          dx: 6,
          fontWeight: 600,
          fill: "var(--ink)",
        }),
        text(withheld, {
          y: "key",
          x: () => 0,
          text: ({ state }: Row) => markOf(state),
          textAnchor: "start",
          dx: 8,
          fontStyle: "italic",
          fill: "var(--muted)",
        }),
        ...nameLines(rows, isNarrow, width, margin),
        tip(shown, pointer({ y: "key", x: "count", title: wordsOf, fill: "var(--card)" })),
      ],
    };
  });
}

interface Row extends CountBar {
  readonly key: string;
}

function nameLines(rows: readonly Row[], isNarrow: boolean, width: number, margin: number) {
  const line = {
    y: "key",
    frameAnchor: "left",
    textAnchor: isNarrow ? "start" : "end",
    dx: isNarrow ? 0 : -14,
    // In ems; a letter is a little over half of one.
    lineWidth: (isNarrow ? width : margin - 14) / 14,
  } as const;
  return [
    text(rows, {
      ...line,
      text: "name",
      lineAnchor: "bottom",
      dy: isNarrow ? -35 : -2,
      fill: "var(--ink)",
    }),
    text(rows, {
      ...line,
      text: "detail",
      lineAnchor: "top",
      dy: isNarrow ? -28 : 5,
      fill: "var(--muted)",
    }),
  ];
}

function wordsOf({ name, detail, count }: Row): string {
  return `${name}: ${wholeNumber(count ?? 0)}\n${detail}`;
}
