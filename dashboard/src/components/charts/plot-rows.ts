import { cell, text, type Markish, type PlotOptions } from "@observablehq/plot";
import { NARROW, ON_CARD } from "./plot-chart.js";

/** A row of a chart that Plot draws. */
interface NamedRow {
  readonly name: string;
}

/** A little over half of the font size: the width of a letter. */
export const LETTER = 7.6;
const EM = 14;
const LEAST_MARGIN = 8;
const WIDEST_NAME = 240;
/** How high a row is, in pixels, where its name stands beside the marks. */
const BESIDE = 44;
/** Where its name stands above them, and how much a name of two lines adds. */
const ABOVE = 58;
const LINE = 14;
/** From the middle of a row up to the name above it. */
const NAME_UP = 12;

/** The words of a row that stand beside its name where that is above the marks. */
type WordsOf<Row> = (row: Row) => string;
const NO_WORDS = (): string => "";

/** The height of one row: all are as high as the highest. */
export function rowHeight<Row extends NamedRow>(
  rows: readonly Row[],
  width: number,
  words: WordsOf<Row> = NO_WORDS,
): number {
  if (width >= NARROW) return BESIDE;
  const longest = Math.max(...rows.map((row) => nameAndWords(row, words).length), 0);
  return longest * LETTER > width ? ABOVE + LINE : ABOVE;
}

/** One row per name, with room for the names beside the marks or, on a phone, above them. */
export function rowsByName<Row extends NamedRow>(
  rows: readonly Row[],
  width: number,
  words: WordsOf<Row> = NO_WORDS,
): PlotOptions {
  return {
    height: rows.length * rowHeight(rows, width, words) + 56,
    marginLeft: leftMargin(rows, width),
    marginRight: 24,
    marginTop: 8,
    marginBottom: 42,
    y: { type: "band", domain: rows.map(({ name }) => name), axis: null, padding: 0 },
  };
}

function leftMargin(rows: readonly NamedRow[], width: number): number {
  if (width < NARROW) return LEAST_MARGIN;
  const longest = Math.max(...rows.map(({ name }) => name.length), 0);
  return Math.min(WIDEST_NAME, longest * LETTER + 24);
}

const nameAndWords = <Row extends NamedRow>(row: Row, words: WordsOf<Row>): string =>
  words(row) === "" ? row.name : `${row.name}: ${words(row)}`;

/** The names of rows, at the left edge of the chart. Above the marks, they end the lines of the scale. */
export function rowNameTexts<Row extends NamedRow>(
  rows: readonly Row[],
  width: number,
  words: WordsOf<Row> = NO_WORDS,
): readonly Markish[] {
  const isNarrow = width < NARROW;
  const names = text(rows, {
    y: "name",
    text: (row: Row) => (isNarrow ? nameAndWords(row, words) : row.name),
    frameAnchor: "left",
    textAnchor: "start",
    lineAnchor: isNarrow ? "bottom" : "middle",
    dx: -leftMargin(rows, width),
    dy: isNarrow ? -NAME_UP : 0,
    // In ems.
    lineWidth: isNarrow ? width / EM : 16,
    fontWeight: 500,
    ...ON_CARD,
  });
  if (!isNarrow) return [names];
  const middle = rowHeight(rows, width, words) / 2;
  const room = cell(rows, {
    y: "name",
    insetBottom: middle + NAME_UP - LETTER / 2,
    insetLeft: -LEAST_MARGIN,
    insetRight: -LEAST_MARGIN,
    fill: "var(--card)",
    className: "row-name-room",
  });
  return [room, names];
}
