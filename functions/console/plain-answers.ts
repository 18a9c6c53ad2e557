import { spreadsheetCsv, type Sheet } from "../reports/spreadsheet-csv.ts";
import type { ConsoleAnswer } from "./answers.ts";

/** A value for a page. */
export const json = (value: unknown): ConsoleAnswer => ({
  status: 200,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(value),
  fileName: null,
});

/** Bytes or text for a page or, with a name, for a reader to save. */
export const file = (
  type: string,
  body: string | Uint8Array,
  fileName: string | null = null,
): ConsoleAnswer => ({ status: 200, type, body, fileName });

/**
 * A table as a file to save.
 * @param fileName without its extension; it names no student
 */
export const sheet = (
  { definition, rows }: Sheet,
  format: "csv" | "xlsx",
  fileName: string,
): ConsoleAnswer => ({
  status: 200,
  type: SHEET_TYPES[format],
  body: format === "csv" ? spreadsheetCsv({ definition, rows }) : { definition, rows },
  fileName: `${fileName}.${format}`,
});

const SHEET_TYPES: { readonly [format in "csv" | "xlsx"]: string } = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A refusal, in words that a page shows unchanged. */
export const words = (
  status: Exclude<ConsoleAnswer["status"], 200>,
  text: string,
): ConsoleAnswer => ({
  status,
  type: "text/plain; charset=utf-8",
  body: `${text}\n`,
  fileName: null,
});
