import { text, type Markish, type PlotOptions } from "@observablehq/plot";
import { NARROW, ON_CARD } from "./plot-chart.js";

/** A row of a chart that Plot draws. */
interface NamedRow {
  readonly name: string;
}

/** A little over half of the font size: the width of a letter. */
export const LETTER = 7.6;
const LEAST_MARGIN = 8;
const WIDEST_NAME = 240;

/** One row per name, with room for the names beside the marks or, on a phone, above them. */
export function rowsByName(rows: readonly NamedRow[], width: number): PlotOptions {
  const isNarrow = width < NARROW;
  return {
    height: rows.length * (isNarrow ? 58 : 44) + 56,
    marginLeft: leftMargin(rows, width),
    marginRight: 24,
    marginTop: 8,
    marginBottom: 42,
    y: {
      type: "point",
      domain: rows.map(({ name }) => name),
      axis: null,
      padding: isNarrow ? 0.65 : 0.5,
    },
  };
}

function leftMargin(rows: readonly NamedRow[], width: number): number {
  if (width < NARROW) return LEAST_MARGIN;
  const longest = Math.max(...rows.map(({ name }) => name.length), 0);
  return Math.min(WIDEST_NAME, longest * LETTER + 24);
}

/**
 * The names of rows, at the left edge of the chart.
 * @param words of the row, which stand beside its name where it is above the marks
 */
export function rowNameTexts<Row extends NamedRow>(
  rows: readonly Row[],
  width: number,
  words: (row: Row) => string = () => "",
): Markish {
  const isNarrow = width < NARROW;
  return text(rows, {
    y: "name",
    text: (row: Row) => (isNarrow && words(row) !== "" ? `${row.name}: ${words(row)}` : row.name),
    frameAnchor: "left",
    textAnchor: "start",
    lineAnchor: isNarrow ? "bottom" : "middle",
    dx: -leftMargin(rows, width),
    dy: isNarrow ? -12 : 0,
    // In ems, a letter being a little over half of one.
    lineWidth: isNarrow ? 23 : 16,
    fontWeight: 500,
    ...ON_CARD,
  });
}
