import { csvRecords } from "../csv/csv-records.ts";
import { nameKey } from "../csv/header.ts";
import { isLikelyHeader } from "./header-likeness.ts";
import { columnNames, type FileKind } from "../profiles/profiles.ts";
import { headerName, recognize, type Recognized } from "../read/recognize.ts";

/** The beginning of a file: what it is, its columns and some of its records. */
export interface FileHead extends Recognized {
  /** Whether the columns have names: of a file that no profile knows the first row may be a student. */
  readonly isHeaderKnown: boolean;
  /** The first records, as cells. They hold students' data: count them, never show them. */
  readonly records: readonly (readonly string[])[];
}

/** A header is within this many rows, since few notes are above it. */
const HEADER_WITHIN = 12;

/** Looks at the beginning of a file, its line ends being line feeds. */
export function inspectHead(name: string, text: string, kinds: readonly FileKind[]): FileHead {
  const start = recognize(name, text, kinds);
  if (start.format === "json-lines") return { ...start, isHeaderKnown: true, records: [] };
  const rows = rowsOf(text, start.delimiter);
  if (start.kind !== null) {
    const records = rows.slice(start.recordsBeforeHeader + (start.hasHeaderRow ? 1 : 0));
    return { ...start, isHeaderKnown: true, records };
  }
  const knownNames = new Set(kinds.flatMap(columnNames).map(nameKey));
  // The first line may be a title, which does not show what separates cells.
  for (const delimiter of new Set([start.delimiter, ...DELIMITERS])) {
    const under = delimiter === start.delimiter ? rows : rowsOf(text, delimiter);
    const place = headerPlace(under, knownNames);
    if (place === null || (under[place]?.length === 1 && delimiter !== start.delimiter)) continue;
    return {
      ...start,
      delimiter,
      isHeaderKnown: true,
      header: (under[place] ?? []).map(headerName),
      recordsBeforeHeader: place,
      records: under.slice(place + 1),
    };
  }
  return { ...start, isHeaderKnown: false, hasHeaderRow: false, records: rows };
}

const DELIMITERS = [",", "\t", "|", ";", "^"];

function headerPlace(
  rows: readonly (readonly string[])[],
  knownNames: ReadonlySet<string>,
): number | null {
  const isHeader = (row: readonly string[], index: number): boolean =>
    isLikelyHeader(row.map(headerName), rows.slice(index + 1), knownNames);
  const place = rows.slice(0, HEADER_WITHIN).findIndex(isHeader);
  if (place < 0) return null;
  const [row = [], next = []] = rows.slice(place);
  const isBelow = isHeading(row) && knownIn(next, knownNames) >= KNOWN_BELOW;
  return (isBelow || isTitle(row, next)) && isHeader(next, place + 1) ? place + 1 : place;
}

/** Cells that a spreadsheet had merged over several columns are exported as empty or repeated. */
const isHeading = (row: readonly string[]): boolean => new Set(row.map(nameKey)).size < row.length;

/** A title fills one cell, above a header of several. */
const isTitle = (row: readonly string[], next: readonly string[]): boolean =>
  row.filter((cell) => cell.trim() !== "").length === 1 &&
  next.filter((cell) => cell.trim() !== "").length > 1;

/** With this many known names, a second line is the header and not a student. */
const KNOWN_BELOW = 2;

const knownIn = (row: readonly string[], knownNames: ReadonlySet<string>): number =>
  new Set(row.map((cell) => nameKey(headerName(cell))).filter((name) => knownNames.has(name))).size;

function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const csv = csvRecords(
    { header: (cells) => rows.push(cells), record: (cells) => rows.push(cells) },
    { delimiter },
  );
  csv.push(text);
  // What is left is a record that the head cuts off, but for a file that ends without a line end.
  if (rows.length === 0) csv.end();
  return rows;
}
