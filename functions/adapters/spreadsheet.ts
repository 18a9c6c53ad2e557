import writeXlsxFile, { type Row } from "write-excel-file/node";
import type { Column, TableDefinition } from "../domain/records/table-definition.ts";
import { zipWithoutTimes } from "./zip-without-times.ts";

/** Rows of one sheet, its header among them, as every version of Excel since 2007 has them. */
const MOST_ROWS = 1_048_576;
/** Characters of one cell. */
const LONGEST_CELL = 32_767;
/** Cells of one sheet: they are written in memory, 350 bytes each, and a small machine has less than two gigabytes for it. */
const MOST_CELLS = 4_000_000;

type Cells = { readonly [column: string]: unknown };

/**
 * A table as an Excel workbook of one sheet (Office Open XML): each cell of the type of its column, so
 * that days sort and count as days, numbers as numbers, and an identifier such as "0101" stays as it
 * is; equal rows give equal bytes. Text is never a formula, whatever it begins with. The header is bold and does not scroll away.
 * @throws Error in words for who asked when the table is larger than a sheet
 */
export async function toXlsx(
  { title, columns }: TableDefinition,
  rows: readonly object[],
): Promise<Uint8Array> {
  if (rows.length >= MOST_ROWS || rows.length * columns.length > MOST_CELLS) {
    throw new Error(
      `${count(rows.length)} rows of ${columns.length} columns are too many for one Excel file (a sheet holds ${count(MOST_ROWS)} rows with its header, and we write up to ${count(MOST_CELLS)} cells): ask for fewer, or take --format csv`,
    );
  }
  const header: Row = columns.map(({ name }) => textCell(name, name, { fontWeight: "bold" }));
  const body = rows.map((row): Row =>
    columns.map((column) => cellOf(column, (row as Cells)[column.name])),
  );
  const workbook = await writeXlsxFile([header, ...body], {
    sheet: sheetName(title),
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: widthOf(column, rows as readonly Cells[]) })),
  }).toBuffer();
  return zipWithoutTimes(workbook);
}

function cellOf({ name, type }: Column, value: unknown): Row[number] {
  if (value === null || value === undefined || value === "") return null;
  switch (type) {
    case "text":
      return textCell(name, String(value));
    case "day": {
      const day = new Date(`${String(value)}T00:00:00Z`);
      // Excel counts days from 1900, and gives that year a February 29.
      return day < FIRST_DAY
        ? textCell(name, String(value))
        : { value: day, type: Date, format: DAY_FORMAT };
    }
    case "integer":
    case "number":
      return { value: Number(value), type: Number };
    case "boolean":
      return { value: value === true, type: Boolean };
  }
}

const FIRST_DAY = new Date("1900-03-01T00:00:00Z");
/** As the pages write a day: May 20, 2022. */
const DAY_FORMAT = "mmm d, yyyy";

function textCell(column: string, text: string, style: { fontWeight?: "bold" } = {}): Row[number] {
  const value = inXml(text);
  if (value.length > LONGEST_CELL) {
    throw new Error(
      `a cell of ${column} is longer than Excel holds (${count(LONGEST_CELL)} characters): take --format csv`,
    );
  }
  return { value, type: String, ...style };
}

/**
 * What XML cannot hold, and what looks like the way in which Office Open XML writes such a character,
 * in that way (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 */
const inXml = (text: string): string =>
  startEscaped(text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"))
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]/g, escapedUnit)
    .replace(/\p{Surrogate}/gu, escapedUnit);

/**
 * The package looks a text up in a plain object, in which "constructor" and the like are found before
 * anybody put them there: such a text has its first letter written in the other way.
 */
const startEscaped = (text: string): string =>
  text in OBJECT ? escapedUnit(text) + text.slice(1) : text;

const OBJECT = {};

/** The first unit of a text in the other way. */
const escapedUnit = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Wide enough for most of what is in it, and narrow enough that the next column is seen. */
function widthOf({ name, type }: Column, rows: readonly Cells[]): number {
  const longest = rows.reduce((most, row) => {
    const value = row[name];
    const length = type === "day" ? DAY_WIDTH : String(value ?? "").length;
    return Math.max(most, length);
  }, name.length);
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
}

const DAY_WIDTH = "May 20, 2022".length;
const NARROWEST = 8;
const WIDEST = 60;

/** A sheet's name has at most 31 characters, and none of those that an address of a cell uses. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

const count = (value: number): string => value.toLocaleString("en-US");
