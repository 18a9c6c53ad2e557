import {
  axisX,
  barX,
  gridX,
  ruleX,
  text,
  type Markish,
  type PlotOptions,
} from "@observablehq/plot";
import { html, svg } from "htl";
import { CHART_WORDS } from "../../words/charts.js";
import { NARROW, ON_CARD, plotChart } from "./plot-chart.js";
import {
  heightOf,
  LETTER,
  rowHeight,
  rowNameTexts,
  rowsByName,
  type NarrowRow,
} from "./plot-rows.js";
import { rowsWithoutFigure, type ChartRow } from "./row-name.js";

/**
 * The gap between two groups in percentage points: the part that is certain, and the part that is
 * possible.
 */
export interface GapRow extends ChartRow {
  readonly low: number | null;
  readonly high: number | null;
  /** The gap in words. */
  readonly words: string;
  /**
   * More about the gap, such as the day of its counts, where there is room. The table has it too.
   */
  readonly more?: string | null;
}

interface GapBars {
  readonly rows: readonly GapRow[];
  /** What the chart shows: its accessible name. */
  readonly label: string;
}

type Shown = GapRow & { readonly low: number; readonly high: number };

const HATCH = "gap-hatch";
/** Percentage points. */
const LEAST_REACH = 10;
const INSET = 7;
/** So low that on paper the gaps of twelve groups stand on the sheet of their shares. */
const ROW = 30;

/**
 * Gaps as bars that begin at no difference: solid where the gap is certain, hatched where it is
 * possible.
 */
export function gapBars({ rows, label }: GapBars): HTMLElement {
  const shown = rows.filter((row): row is Shown => row.low !== null && row.high !== null);
  const others = rowsWithoutFigure(rows.filter((row) => row.low === null || row.high === null));
  if (shown.length === 0) return html`<div>${others}</div>`;
  const reach = 1.1 * Math.max(LEAST_REACH, ...shown.flatMap(({ low, high }) => [-low, high]));
  const drawing = plotChart(label, (width) => ({
    ...frameOf(shown, width),
    x: { domain: [-reach, reach], label: null },
    marks: [
      () => hatch(),
      gridX({ ticks: ticksOf(shown, width), stroke: "var(--line)", strokeOpacity: 1 }),
      axisX({
        ticks: ticksOf(shown, width),
        tickSize: 0,
        tickFormat: signed,
        label: CHART_WORDS.percentagePoints,
        labelArrow: "none",
        labelAnchor: "center",
      }),
      barX(shown, { ...bar(shown, width), x1: "low", x2: "high", fill: `url(#${HATCH})` }),
      barX(shown, { ...bar(shown, width), x1: 0, x2: certain, fill: "var(--series-1)" }),
      ruleX([0], { stroke: "var(--ink)" }),
      ...(width < NARROW ? [] : [wordsBeside(shown)]),
      ...rowNameTexts(shown, width, ON_PHONE),
    ],
  }));
  const isRange = shown.some(({ low, high }) => low < high);
  return html`<div>${isRange ? gapKey() : ""}${drawing}${others}</div>`;
}

/** One row per group. The words stand to the right of all bars, or above them on a phone. */
function frameOf(shown: readonly Shown[], width: number): PlotOptions {
  return {
    ...rowsByName(shown, width, ON_PHONE),
    ...(width < NARROW ? {} : { height: heightOf(shown, ROW), marginRight: roomOfWords(shown) }),
  };
}

/** The number of labels on the scale: few enough that they do not overlap. */
function ticksOf(shown: readonly Shown[], width: number): number {
  const { marginLeft = 0, marginRight = 0 } = frameOf(shown, width);
  return Math.max(2, Math.floor((width - marginLeft - marginRight) / TICK));
}

/** Pixels between two labels of the scale. */
const TICK = 75;

/** On a phone a bar stands under the name of its row. */
function bar(shown: readonly Shown[], width: number) {
  const isNarrow = width < NARROW;
  return {
    y: "name",
    stroke: "var(--series-1)",
    strokeWidth: 1.5,
    insetTop: isNarrow ? rowHeight(shown, width, ON_PHONE) - ON_PHONE.below + FROM_NAME : INSET,
    insetBottom: isNarrow ? FROM_NEXT : INSET,
  };
}

const FROM_NAME = 6;
const FROM_NEXT = 7;

const ON_PHONE: NarrowRow<Shown> = {
  below: 32,
  // A gap such as "5.7 lower" stays on one line.
  words: ({ words }) => words.replaceAll(" ", "\u00a0"),
};

/** Where the certain part ends; at 0 where the gap may go to either side. */
const certain = ({ low, high }: Shown): number => (low > 0 ? low : high < 0 ? high : 0);

const inWords = ({ words, more }: Shown): string => (more ? `${words}, ${more}` : words);

/** The words stand to the right of all bars, where they overlap no name of a row. */
const wordsBeside = (shown: readonly Shown[]): Markish =>
  text(shown, {
    y: "name",
    frameAnchor: "right",
    textAnchor: "start",
    dx: WORDS_FROM,
    text: inWords,
    ...ON_CARD,
  });

const WORDS_FROM = 12;

const roomOfWords = (shown: readonly Shown[]): number =>
  WORDS_FROM + LETTER * Math.max(...shown.map((row) => inWords(row).length));

const signed = (points: number): string =>
  points > 0 ? `+${points}` : `${points}`.replace("-", "−");

const hatch = (): SVGElement =>
  svg`<defs>
    <pattern id="${HATCH}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--card)"></rect>
      <rect width="2" height="6" fill="var(--series-1)"></rect>
    </pattern>
  </defs>`;

function gapKey(): HTMLElement {
  return html`<ul class="chart-key">
    <li><span class="part-swatch gap-certain" aria-hidden="true"></span> ${CHART_WORDS.certain}</li>
    <li>
      <span class="part-swatch gap-uncertain" aria-hidden="true"></span> ${CHART_WORDS.uncertain}
    </li>
  </ul>`;
}
