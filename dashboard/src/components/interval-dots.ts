import { pointer, ruleX, ruleY, text, tip } from "@observablehq/plot";
import { html } from "htl";
import { percent, percentInterval } from "../words/numbers.js";
import { chart, NARROW } from "./chart.js";
import { intervalMarks } from "./interval-marks.js";
import { rowNames, type NamedRow } from "./row-names.js";
import { ON_CARD, rowsByName, scaleOfShares } from "./row-scale.js";
import { withoutFigure } from "./without-figure.js";

/** One figure of a dot plot: a rate of 0 to 1 with its interval, or the reason why it is not shown. */
export interface IntervalDot extends NamedRow {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly state: string;
}

/** A dot plot with 95 % intervals on a scale from 0 to 100 %; what has no figure is named beneath. */
export function intervalDots(dots: readonly IntervalDot[], sentence: string): HTMLElement {
  const shown = dots.filter(({ rate }) => rate !== null);
  const others = withoutFigure(dots.filter(({ rate }) => rate === null));
  if (shown.length === 0) return html`<div>${others ?? ""}</div>`;
  const drawing = chart(sentence, (width) => {
    const isNarrow = width < NARROW;
    const step = isNarrow ? 54 : 40;
    return {
      height: shown.length * step + 38,
      marginTop: 10,
      marginBottom: 28,
      x: { domain: [0, 1], label: null },
      ...rowsByName(shown, isNarrow),
      marks: [
        ...scaleOfShares(),
        ruleY(shown, { y: "name", stroke: "var(--line)", strokeDasharray: "2,3" }),
        ruleX([0], { stroke: "var(--muted)" }),
        ...intervalMarks(shown, "rate"),
        text(shown, {
          y: "name",
          x: "rate",
          text: ({ rate }: IntervalDot) => percent(rate ?? 0),
          textAnchor: "middle",
          dy: isNarrow ? 17 : -15,
          fontWeight: 600,
          ...ON_CARD,
        }),
        ...rowNames(shown, isNarrow, 17),
        tip(shown, pointer({ y: "name", x: "rate", title: wordsOf, fill: "var(--card)" })),
      ],
    };
  });
  return html`<div>${drawing}${others ?? ""}</div>`;
}

function wordsOf({ name, rate, low, high }: IntervalDot): string {
  const interval =
    low === null || high === null ? "" : `\n95% interval ${percentInterval(low, high)}`;
  return `${name}: ${percent(rate ?? 0)}${interval}`;
}
