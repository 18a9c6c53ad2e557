import Papa from "papaparse";
import type { RowOf, TableDefinition } from "../../domain/records/table-definition.ts";
import { tableColumns, valuesOf, type StoredColumn, type TableColumns } from "./table-columns.ts";

/**
 * A table as CSV after RFC 4180: comma, CRLF, a header, empty where a value is missing. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csvOf({ definition, length, columns }: TableColumns): string {
  const cells = columns.map(cellsOf);
  const lines = [definition.columns.map(({ name }) => quoted(name)).join(",")];
  for (let row = 0; row < length; row++) {
    let line = "";
    for (const [index, ofColumn] of cells.entries()) {
      line += index === 0 ? ofColumn[row] : `,${ofColumn[row]}`;
    }
    lines.push(line);
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** The same of rows. */
export const toCsv = <T extends TableDefinition>(definition: T, rows: Iterable<RowOf<T>>): string =>
  csvOf(tableColumns(definition, rows));

/** The cells of a column as they stand in the file; each word is quoted once. */
function cellsOf(stored: StoredColumn): readonly string[] {
  if (stored.column.type !== "text")
    return [...valuesOf(stored)].map((value) => String(value ?? ""));
  const words = stored.words.map(quoted);
  return Array.from(stored.values, (code) => words[code] ?? "");
}

const quoted = (word: string): string => Papa.unparse([[word]], { escapeFormulae: FORMULA });

/** Text that begins like a formula. A negative number also begins with a minus and is not one. */
export const FORMULA = /^(?![-+]?\d+(\.\d+)?(e[-+]?\d+)?$)[=+\-@\t\r]/i;
