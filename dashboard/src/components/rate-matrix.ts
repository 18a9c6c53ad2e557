import type { RateRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { shareOrder } from "../words/shares.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups } from "./place-cell.js";
import { datedShareCell } from "./share-cell.js";
import { tableDownloads } from "./table-downloads.js";

interface Line extends RateRow {
  readonly rates: readonly RateRow[];
}

interface Matrix {
  readonly caption: string;
  readonly rows: readonly RateRow[];
  /** What each line is about: a school, a grade. */
  readonly first: TableColumn<RateRow>;
  readonly lineOf: (row: RateRow) => string;
  /** What each column is about, by the name that charts give it. */
  readonly columnOf: (row: RateRow) => string;
}

/** Rates with one line for each school or grade, and one column for each measure or cohort. */
export function rateMatrix(
  release: Release,
  { caption, rows, first, lineOf, columnOf }: Matrix,
): HTMLElement {
  const { asOf } = release.manifest;
  return figureTable<Line>({
    caption,
    rows: inGroups(rows, lineOf).map((line) => ({ ...line[0], rates: line })),
    isMarked: true,
    downloads: tableDownloads(release, "rates"),
    columns: [
      first,
      ...inGroups(rows, columnOf).map(([row]) => rateColumn(columnOf(row), columnOf, asOf)),
    ],
  });
}

function rateColumn(title: string, columnOf: Matrix["columnOf"], asOf: string): TableColumn<Line> {
  const of = ({ rates }: Line) => rates.find((row) => columnOf(row) === title);
  return {
    title,
    isNumber: true,
    value: (line) => {
      const found = of(line);
      return found === undefined ? null : shareOrder(found);
    },
    cell: (line) => datedShareCell(of(line), asOf),
  };
}
