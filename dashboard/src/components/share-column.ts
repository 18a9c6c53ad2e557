import { bandInWords, bandOrder } from "../words/bands.js";
import type { TableColumn } from "./figure-table.ts";

/** A column of shares as bands, sorted by where a band begins. */
export const shareColumn = <Row extends { readonly band: string | null }>(
  title = "Share of students",
): TableColumn<Row> => ({
  title,
  isNumber: true,
  isFigure: true,
  value: ({ band }) => bandOrder(band),
  cell: ({ band }) => (band === null ? "" : bandInWords(band)),
});
