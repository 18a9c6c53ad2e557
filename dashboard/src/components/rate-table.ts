import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import type { Release } from "../release/release.ts";
import { wholeNumber } from "../words/numbers.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { markKey } from "./mark-key.js";
import { placeColumn } from "./place-cell.js";
import { tableDownloads } from "./table-downloads.js";
import { shareColumn } from "./share-column.js";

/** Rates as a table, with measure and school named where the rows are of several. */
export function rateTable(
  release: Release,
  caption: string,
  rows: readonly RateRow[],
): HTMLElement {
  const measures = new Set(rows.map(({ measure }) => measure));
  const places = new Set(rows.map(({ level, school }) => `${level} ${school}`));
  const measureColumn: TableColumn<RateRow> = {
    title: "Measure",
    value: ({ measureName }) => measureName,
  };
  return figureTable({
    caption,
    rows,
    stateOf: ({ state }) => state,
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "rates"),
    columns: [
      ...(measures.size > 1 ? [measureColumn] : []),
      ...(places.size > 1 ? [placeColumn<RateRow>()] : []),
      { title: "Group", value: ({ groupName }) => groupName },
      shareColumn(release),
      {
        title: "Students (n)",
        isNumber: true,
        isFigure: true,
        value: ({ n }) => n,
        cell: ({ n }) => (n === null ? "" : wholeNumber(n)),
      },
    ],
  });
}
