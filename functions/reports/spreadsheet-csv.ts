import type { RowOf, TableDefinition } from "../domain/records/table-definition.ts";
import { toCsv } from "../releases/files/csv.ts";

/** Rows with the definition that they follow, to be written as CSV or as a workbook. */
export interface Sheet {
  readonly definition: TableDefinition;
  readonly rows: readonly object[];
}

/** Rows and their definition, checked against each other by the types. */
export const sheetOf = <T extends TableDefinition>(
  definition: T,
  rows: readonly RowOf<T>[],
): Sheet => ({ definition, rows });

/**
 * A table as CSV for a spreadsheet: begun by the byte order mark, without which Excel takes UTF-8 for
 * the code page of the machine and shows "MuÃ±oz". The tables of an edition have none, since a Data
 * Package is read by programs, of which some take the mark for a part of the first column's name.
 */
export const spreadsheetCsv = ({ definition, rows }: Sheet): string =>
  BYTE_ORDER_MARK + toCsv(definition, rows as readonly never[]);

export const BYTE_ORDER_MARK = "\uFEFF";
