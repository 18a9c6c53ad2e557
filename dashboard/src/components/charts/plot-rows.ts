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
/** Of the lines of a name, in ems. */
const LINE_HEIGHT = 1.25;
/** Between a row and the name of the next, where names stand above the marks. */
const NAME_FROM_TOP = 3;
const MARGIN_TOP = 8;
/** For the numbers of the scale and its unit. */
const MARGIN_BOTTOM = 48;

/** How rows are drawn on a phone, where the name of each stands above its marks. */
export interface NarrowRow<Row> {
  /** From the end of the name down to the end of the row, in pixels: the room of the marks. */
  readonly below: number;
  /** Words that stand beside the name there. */
  readonly words?: (row: Row) => string;
}

/** The height of one row: all are as high as the highest. */
export function rowHeight<Row extends NamedRow>(
  rows: readonly Row[],
  width: number,
  narrow: NarrowRow<Row>,
): number {
  if (width >= NARROW) return BESIDE;
  const longest = Math.max(...rows.map((row) => nameAndWords(row, narrow).length), 0);
  const lines = Math.max(1, Math.ceil((longest * LETTER) / width));
  const name = EM * (1 + (lines - 1) * LINE_HEIGHT);
  return Math.ceil(NAME_FROM_TOP + name + narrow.below);
}

/** One row per name, with room for the names beside the marks or, on a phone, above them. */
export function rowsByName<Row extends NamedRow>(
  rows: readonly Row[],
  width: number,
  narrow: NarrowRow<Row>,
): PlotOptions {
  return {
    // No pixel more: what is left over would be shared out above the first row and below the last.
    height: heightOf(rows, rowHeight(rows, width, narrow)),
    marginLeft: leftMargin(rows, width),
    marginRight: 24,
    marginTop: MARGIN_TOP,
    marginBottom: MARGIN_BOTTOM,
    y: { type: "band", domain: rows.map(({ name }) => name), axis: null, padding: 0 },
  };
}

/** The height of a chart whose rows are as high as this. */
export const heightOf = (rows: readonly NamedRow[], row: number): number =>
  rows.length * row + MARGIN_TOP + MARGIN_BOTTOM;

function leftMargin(rows: readonly NamedRow[], width: number): number {
  if (width < NARROW) return LEAST_MARGIN;
  const longest = Math.max(...rows.map(({ name }) => name.length), 0);
  return Math.min(WIDEST_NAME, longest * LETTER + 24);
}

function nameAndWords<Row extends NamedRow>(row: Row, { words }: NarrowRow<Row>): string {
  const beside = words?.(row) ?? "";
  return beside === "" ? row.name : `${row.name}: ${beside}`;
}

/** The names of rows, at the left edge of the chart. Above the marks, they end the lines of the scale. */
export function rowNameTexts<Row extends NamedRow>(
  rows: readonly Row[],
  width: number,
  narrow: NarrowRow<Row>,
): readonly Markish[] {
  const isNarrow = width < NARROW;
  const names = text(rows, {
    y: "name",
    text: (row: Row) => (isNarrow ? nameAndWords(row, narrow) : row.name),
    frameAnchor: "left",
    textAnchor: "start",
    lineAnchor: isNarrow ? "bottom" : "middle",
    dx: -leftMargin(rows, width),
    dy: isNarrow ? rowHeight(rows, width, narrow) / 2 - narrow.below : 0,
    // In ems.
    lineWidth: isNarrow ? width / EM : 16,
    lineHeight: LINE_HEIGHT,
    fontWeight: 500,
    ...ON_CARD,
  });
  if (!isNarrow) return [names];
  const room = cell(rows, {
    y: "name",
    insetBottom: narrow.below - LETTER / 2,
    insetLeft: -LEAST_MARGIN,
    insetRight: -LEAST_MARGIN,
    fill: "var(--card)",
    className: "row-name-room",
  });
  return [room, names];
}
