import Papa from "papaparse";
import type { RowOf, TableDefinition } from "../../domain/records/table-definition.ts";

/**
 * Rows as CSV after RFC 4180: comma, CRLF, a header, empty where a value is missing. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
export function toCsv<T extends TableDefinition>(definition: T, rows: readonly RowOf<T>[]): string {
  const names = definition.columns.map(({ name }) => name);
  const cells = rows.map((row) =>
    names.map((name) => (row as Record<string, unknown>)[name] ?? ""),
  );
  return `${Papa.unparse([names, ...cells], { escapeFormulae: FORMULA, newline: "\r\n" })}\r\n`;
}

/** Text that begins like a formula. A negative number also begins with a minus and is not one. */
export const FORMULA = /^(?![-+]?\d+(\.\d+)?(e[-+]?\d+)?$)[=+\-@\t\r]/i;
