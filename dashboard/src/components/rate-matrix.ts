import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { isExactPlace } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { shareOrder } from "../words/shares.js";
import { markOf } from "../words/states.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { markKey } from "./mark-key.js";
import { inGroups, markCell } from "./place-cell.js";
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
  return figureTable<Line>({
    caption,
    rows: inGroups(rows, lineOf).map((line) => ({ ...line[0], rates: line })),
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "rates"),
    columns: [
      first,
      ...inGroups(rows, columnOf).map(([row]) => rateColumn(release, columnOf(row), columnOf)),
    ],
  });
}

function rateColumn(
  release: Release,
  title: string,
  columnOf: Matrix["columnOf"],
): TableColumn<Line> {
  const of = ({ rates }: Line) => rates.find((row) => columnOf(row) === title);
  const isStaffOnly = (line: Line): boolean =>
    release.manifest.edition === "staff" && !isExactPlace(release.manifest, line);
  return {
    title,
    isNumber: true,
    value: (line) => {
      const found = of(line);
      return found === undefined ? null : shareOrder(found);
    },
    cell: (line) => {
      const row = of(line);
      // A place that is not exact lacks what no public release has: that is not the same as not to apply.
      return row === undefined && isStaffOnly(line)
        ? markCell(markOf("not-public"))
        : datedShareCell(release, row);
    },
  };
}
