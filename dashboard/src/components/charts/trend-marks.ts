import { areaY, dot, lineY, link, ruleX, text, type Markish } from "@observablehq/plot";
import { labelRows } from "./label-places.js";
import { ON_CARD } from "./plot-chart.js";
import { PAST_LOOK, type SeriesLook } from "./series-looks.js";

export interface ShareOnDay {
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly low: number;
  readonly high: number;
}

export interface TrendPoint extends ShareOnDay {
  /** The first day that can be compared with this one. No line connects earlier days to it. */
  readonly comparableSince: string;
}

export const dateOf = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);

const x = ({ asOf }: ShareOnDay): Date => dateOf(asOf);

/** The shares of one requirement: a ribbon between least and greatest, which is a line where they are equal. */
export function seriesMarks(points: readonly TrendPoint[], look: SeriesLook): readonly Markish[] {
  const line = {
    x,
    z: "comparableSince",
    stroke: look.color,
    strokeWidth: 1.75,
    strokeDasharray: look.dashes,
  };
  return [
    areaY(points, {
      x,
      y1: "low",
      y2: "high",
      z: "comparableSince",
      fill: look.color,
      fillOpacity: 0.22,
    }),
    lineY(points, { ...line, y: "low" }),
    lineY(points, { ...line, y: "high" }),
    upright(points, look, 6),
  ];
}

/** The year before is drawn behind this year. */
export function lastYearMarks(points: readonly ShareOnDay[]): readonly Markish[] {
  return [
    lineY(points, { x, y: "low", stroke: PAST_LOOK.color, strokeWidth: 1.25 }),
    lineY(points, { x, y: "high", stroke: PAST_LOOK.color, strokeWidth: 1.25 }),
    dot(points, { x, y: "high", r: 3, fill: "var(--card)", stroke: PAST_LOOK.color }),
  ];
}

/** A dot as high as the interval is. */
const upright = (points: readonly ShareOnDay[], { color }: SeriesLook, width: number): Markish =>
  link(points, {
    x,
    y1: "low",
    y2: "high",
    stroke: color,
    strokeWidth: width,
    strokeLinecap: "round",
  });

/** The day by which something is due, and where its name has room above the chart. */
export interface DueLabel {
  readonly day: string;
  readonly name: string;
  readonly row: number;
  readonly isBefore: boolean;
}

export const LABEL_HEIGHT = 17;
/** A little over half of the font size: the width of a letter. */
const LETTER = 7.4;

/** @param across where a day is, from the left */
export function dueLabels(
  dueDays: readonly { readonly day: string; readonly name: string }[],
  across: (day: string) => number,
  width: number,
): readonly DueLabel[] {
  const labels = dueDays.map(({ day, name }) => {
    const length = LETTER * name.length + 8;
    const isBefore = across(day) + length > width;
    const from = isBefore ? across(day) - length : across(day);
    return { day, name, isBefore, at: across(day), from, to: from + length };
  });
  const rows = labelRows(labels, 4);
  return labels.map(({ day, name, isBefore }, index) => ({
    day,
    name,
    isBefore,
    row: rows[index] ?? 0,
  }));
}

/** A line at the day, and its name above the chart. */
export function dueMarks({ day, name, row, isBefore }: DueLabel): readonly Markish[] {
  const top = -LABEL_HEIGHT * (row + 1);
  return [
    ruleX([dateOf(day)], { stroke: "var(--muted)", strokeWidth: 1.25, insetTop: top + 2 }),
    text([name], {
      x: () => dateOf(day),
      frameAnchor: "top",
      lineAnchor: "top",
      textAnchor: isBefore ? "end" : "start",
      dx: isBefore ? -5 : 5,
      dy: top + 1,
      ...ON_CARD,
      fill: "var(--muted)",
    }),
  ];
}
