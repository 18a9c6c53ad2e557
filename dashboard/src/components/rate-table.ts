import type { RateRow, TableName } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { percent, percentInterval, wholeNumber } from "../words/numbers.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { placeColumn } from "./place-cell.js";
import { tableDownloads } from "./table-downloads.js";

/** Rates as a table, with measure and school named where the rows are of several. */
export function rateTable(
  release: Release,
  caption: string,
  rows: readonly RateRow[],
): HTMLElement {
  const name: TableName = "rates";
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
    downloads: tableDownloads(release, name),
    columns: [
      ...(measures.size > 1 ? [measureColumn] : []),
      ...(places.size > 1 ? [placeColumn<RateRow>()] : []),
      { title: "Students of", value: ({ groupName }) => groupName },
      figure("Students counted", ({ numerator }) => numerator, wholeNumber),
      figure("Of students", ({ denominator }) => denominator, wholeNumber),
      figure("Rate", ({ rate }) => rate, percent),
      {
        ...figure("95% interval", ({ low }) => low, percent),
        cell: ({ low, high }) => (low === null || high === null ? "" : percentInterval(low, high)),
      },
    ],
  });
}

function figure(
  title: string,
  value: (row: RateRow) => number | null,
  words: (value: number) => string,
): TableColumn<RateRow> {
  return {
    title,
    isNumber: true,
    isFigure: true,
    value,
    cell: (row) => {
      const found = value(row);
      return found === null ? "" : words(found);
    },
  };
}
