import type { Release } from "../release/release.ts";
import { shareOrder } from "../words/shares.js";
import type { TableColumn } from "./figure-table.ts";
import { datedShareCell, type FigureRow } from "./share-cell.js";

/** A column of shares, sorted by where a share begins; a share of an earlier day says so. */
export const shareColumn = <Row extends FigureRow>(
  release: Release,
  title = "Share of students",
): TableColumn<Row> => ({
  title,
  isNumber: true,
  isFigure: true,
  value: shareOrder,
  cell: (row) => datedShareCell(release, row),
});
