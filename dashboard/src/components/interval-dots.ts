import { pointer, ruleX, ruleY, text, tip } from "@observablehq/plot";
import { isShown } from "../words/states.js";
import { percent, percentInterval } from "../words/numbers.js";
import { chart, NARROW } from "./chart.js";
import { intervalMarks } from "./interval-marks.js";
import { rowNames, type NamedRow } from "./row-names.js";
import { ON_CARD, lineOfAsked, rowsByName, scaleOfShares, withheldWords } from "./row-scale.js";

/** One figure of a dot plot: a rate of 0 to 1 with its interval, or the reason why it is not shown. */
export interface IntervalDot extends NamedRow {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly state: string;
  /** What stands behind the figure, such as "41 of 52 students". */
  readonly of: string;
}

interface Options {
  /** A line at 100 % with these words where a rule asks for every student. */
  readonly asked?: string;
}

/** A dot plot with 95 % intervals on a scale from 0 to 100 %. */
export function intervalDots(
  dots: readonly IntervalDot[],
  sentence: string,
  { asked }: Options = {},
): HTMLElement {
  const shown = dots.filter((each) => isShown(each) && each.rate !== null);
  const withheld = dots.filter((each) => !shown.includes(each));
  return chart(sentence, (width) => {
    const isNarrow = width < NARROW;
    const step = isNarrow ? 54 : 40;
    return {
      height: dots.length * step + (asked ? 54 : 38),
      marginTop: asked ? 26 : 10,
      marginBottom: 28,
      x: { domain: [0, 1], label: null },
      ...rowsByName(dots, isNarrow),
      marks: [
        ...scaleOfShares(),
        ruleY(dots, { y: "name", stroke: "var(--line)", strokeDasharray: "2,3" }),
        ruleX([0], { stroke: "var(--muted)" }),
        ...lineOfAsked(asked),
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
        withheldWords(withheld),
        ...rowNames(dots, isNarrow, 17),
        tip(shown, pointer({ y: "name", x: "rate", title: wordsOf, fill: "var(--card)" })),
      ],
    };
  });
}

function wordsOf({ name, rate, low, high, of }: IntervalDot): string {
  const interval =
    low === null || high === null ? "" : `\n95% interval ${percentInterval(low, high)}`;
  return `${name}: ${percent(rate ?? 0)}${of ? `\n${of}` : ""}${interval}`;
}
