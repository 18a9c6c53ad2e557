import { axisX, axisY, gridY, scale, text, type PlotOptions } from "@observablehq/plot";
import { html } from "htl";
import { CHART_WORDS } from "../../words/charts.js";
import { dayInWords, monthInWords } from "../../words/formats/days.js";
import { percent } from "../../words/formats/numbers.js";
import { shareLabel } from "../../words/formats/share-label.js";
import { plainText } from "../../words/language.js";
import { worded } from "../page/worded.js";
import { labelPlaces } from "./label-places.js";
import { NARROW, ON_CARD, plotChart } from "./plot-chart.js";
import { lineSwatch, PAST_LOOK, seriesLook } from "./series-looks.js";
import {
  dateOf,
  dueLabels,
  dueMarks,
  LABEL_HEIGHT,
  lastYearMarks,
  seriesMarks,
  type ShareOnDay,
  type TrendPoint,
} from "./trend-marks.js";

/** One requirement over the releases of a school year. */
export interface TrendSeries {
  readonly name: string;
  /** The oldest first; only those with a figure. */
  readonly points: readonly TrendPoint[];
}

interface TrendLines {
  readonly series: readonly TrendSeries[];
  /** The days by which something is due, with its name. */
  readonly dueDays: readonly DueDay[];
  /** The same requirements a year before, each point on the day of this school year that it is like. */
  readonly lastYear: readonly (readonly ShareOnDay[])[];
  /** What the chart shows: its accessible name. */
  readonly label: string;
}

interface DueDay {
  readonly day: string;
  readonly name: string;
}

/** There is no room for more names above a chart. */
const MOST_NAMED = 3;
const HEIGHT = 320;
const BOTTOM = 28;
const LEFT = 44;
/** Bold letters are wider than others. */
const BOLD_LETTER = 8.3;
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** One line per requirement over the year, an interval as a ribbon, with the days by which each is due. */
export function trendLines(given: TrendLines): HTMLElement {
  const trend = { ...given, dueDays: byDay(given.dueDays) };
  const { series, lastYear, label, dueDays } = trend;
  if (series.every(({ points }) => points.length === 0)) {
    return html`<p class="no-rows">${CHART_WORDS.noFigureYet}</p>`;
  }
  return html`<div class="trend">
    <ul class="chart-key">
      ${series.map(({ name }, index) => html`<li>${lineSwatch(seriesLook(index))} ${worded(name)}</li>`)}
      ${
        lastYear.some((points) => points.length > 0)
          ? html`<li>${lineSwatch(PAST_LOOK)} ${CHART_WORDS.lastYear}</li>`
          : ""
      }
    </ul>
    ${plotChart(label, (width) => optionsOf(withPlainNames(trend), width))}
    <ol class="due-days ${dueDays.length > MOST_NAMED ? "numbered" : ""}">
      ${dueDays.map(({ day, name }) => html`<li>${worded(name)}: ${dayInWords(day)}</li>`)}
    </ol>
  </div>`;
}

/** Each day once, the first of them first, with everything that is due then. */
function byDay(dueDays: readonly DueDay[]): readonly DueDay[] {
  const days = [...new Set(dueDays.map(({ day }) => day))].sort();
  return days.map((day) => ({
    day,
    name: dueDays
      .filter((due) => due.day === day)
      .map(({ name }) => name)
      .join("; "),
  }));
}

/** Text in a drawing cannot be marked as English. */
const withPlainNames = (trend: TrendLines): TrendLines => ({
  ...trend,
  series: trend.series.map((line) => ({ ...line, name: plainText(line.name) })),
  dueDays: trend.dueDays.map((due) => ({ ...due, name: plainText(due.name) })),
});

function optionsOf({ series, dueDays, lastYear }: TrendLines, width: number): PlotOptions {
  const isNarrow = width < NARROW;
  const ends = series.map(({ name, points }) => {
    const last = points.at(-1);
    const share = last === undefined ? "" : shareLabel(last);
    return isNarrow ? share : `${share} ${name}`;
  });
  const marginRight = 20 + Math.max(...ends.map(({ length }) => length)) * BOLD_LETTER;
  const domain = daysOf({ series, dueDays, lastYear });
  const across = scale({ x: { type: "utc", domain, range: [LEFT, width - marginRight] } });
  // On a phone, and where they are many, the days are numbered, and named in the list beneath.
  const isNumbered = isNarrow || dueDays.length > MOST_NAMED;
  const named = dueDays.map(({ day, name }, index) => ({
    day,
    name: isNumbered ? String(index + 1) : name,
  }));
  const due = dueLabels(named, (day) => Number(across.apply(dateOf(day))), width);
  const marginTop = 12 + LABEL_HEIGHT * Math.max(0, ...due.map(({ row }) => row + 1));
  const upright = scale({ y: { domain: [0, 1], range: [HEIGHT - BOTTOM, marginTop] } });
  const heights = series.map(({ points }) => Number(upright.apply(points.at(-1)?.high ?? 0)));
  const places = labelPlaces(heights, LABEL_HEIGHT, HEIGHT - BOTTOM);
  return {
    height: HEIGHT,
    marginLeft: LEFT,
    marginRight,
    marginTop,
    marginBottom: BOTTOM,
    x: { type: "utc", domain, label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      gridY({ ticks: QUARTERS, stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ ticks: QUARTERS, tickFormat: (share: number) => percent(share), tickSize: 0 }),
      axisX({
        ticks: isNarrow ? "3 months" : "month",
        tickSize: 0,
        tickFormat: (on: Date) => monthInWords(on),
      }),
      ...due.flatMap(dueMarks),
      ...lastYear.flatMap(lastYearMarks),
      ...series.flatMap(({ points }, index) => seriesMarks(points, seriesLook(index))),
      ...ends.map((end, index) =>
        text([end], {
          frameAnchor: "top-right",
          lineAnchor: "middle",
          textAnchor: "start",
          dx: 12,
          dy: (places[index] ?? 0) - marginTop,
          fontWeight: 600,
          ...ON_CARD,
          fill: seriesLook(index).color,
        }),
      ),
    ],
  };
}

function daysOf({ series, dueDays, lastYear }: Omit<TrendLines, "label">): readonly [Date, Date] {
  const days = [
    ...[...series.map(({ points }) => points), ...lastYear].flat().map(({ asOf }) => asOf),
    ...dueDays.map(({ day }) => day),
  ].sort();
  const [first = "", last = first] = [days[0], days.at(-1)];
  return [dateOf(first), dateOf(last)];
}
