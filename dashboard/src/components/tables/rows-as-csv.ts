/** A column of a file: its name there, and its value as it is in the data. An identifier is text. */
export interface RawColumn<Row> {
  readonly name: string;
  readonly value: (row: Row) => string | number | boolean | null;
}

/**
 * Rows as CSV after RFC 4180: comma, CRLF, a header, empty where a value is missing. Text is quoted, so
 * that an identifier stays text; text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function rowsAsCsv<Row>(columns: readonly RawColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ name }) => quoted(name)),
    ...rows.map((row) => columns.map(({ value }) => cellOf(value(row)))),
  ];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

function cellOf(value: string | number | boolean | null): string {
  if (value === null || value === "") return "";
  return typeof value === "string" ? quoted(value) : String(value);
}

const quoted = (text: string): string =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** As the files of a release have it: a number below zero begins with a minus and is no formula. */
const FORMULA = /^(?![-+]?\d+(\.\d+)?(e[-+]?\d+)?$)[=+\-@\t\r]/i;
