import { csvRecords } from "../csv/csv-records.ts";
import { fieldsOfDocuments } from "../csv/json-lines.ts";
import { nameKey } from "../csv/header.ts";
import { kindOf, kindsWrittenAs, type FileKind } from "../profiles/profiles.ts";

/** How a file begins: what kind it is, how its cells are cut, and where its data starts. */
export interface Recognized {
  readonly kind: FileKind | null;
  readonly format: "delimited" | "json-lines";
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Lines with something in them before the header: titles and notes. */
  readonly recordsBeforeHeader: number;
  /** Whether the header is a row of the file, or the profile's own. */
  readonly hasHeaderRow: boolean;
  /** Whether the names are preceded by that of their table; `header` is without it. */
  readonly hasTableNames: boolean;
}

/** This much of a file is looked at to recognize it. */
export const HEAD_BYTES = 65_536;
/** A header is within this many lines, since few notes are above it. */
const HEADER_WITHIN = 12;
const DELIMITERS = [",", "\t", "|", ";", "^"];

/**
 * Recognizes a file by its name and the first of its text, line ends being line feeds: by the
 * delimiters that profiles state, then by the one that its header line seems to have, then by any
 * other under which it fits a kind.
 */
export function recognize(name: string, head: string, kinds: readonly FileKind[]): Recognized {
  const header = fieldsOfDocuments(head);
  if (header !== null) {
    const kind = kindOf(name, header, kindsWrittenAs("json-lines", kinds));
    return { ...NOTHING, kind, format: "json-lines", header };
  }
  const delimited = kindsWrittenAs("delimited", kinds);
  const under = new Map<string | null, DelimitedRows>();
  const rowsBy = (delimiter: string | null): DelimitedRows => {
    const rows = under.get(delimiter) ?? rowsUnder(head, delimiter);
    under.set(delimiter, rows);
    return rows;
  };
  for (const delimiter of DELIMITERS) {
    const stating = delimited.filter(({ rules }) => rules.delimiter === delimiter);
    const recognized = stating.length === 0 ? null : fitting(name, rowsBy(delimiter), stating);
    if (recognized !== null) return recognized;
  }
  for (const delimiter of [null, ...DELIMITERS]) {
    const recognized = fitting(name, rowsBy(delimiter), delimited);
    if (recognized !== null) return recognized;
  }
  const { rows, delimiter } = rowsBy(null);
  return { ...NOTHING, delimiter, header: rows[0] ?? [] };
}

/** What the rows are, if any of the kinds fits them. */
function fitting(
  name: string,
  { rows, delimiter }: DelimitedRows,
  kinds: readonly FileKind[],
): Recognized | null {
  for (const [index, names] of rows.entries()) {
    const bare = withoutTableNames(names);
    for (const header of bare === null ? [names] : [names, bare]) {
      const kind = kindOf(name, header, kinds);
      if (kind === null || kind.profile.headers !== undefined) continue;
      const hasTableNames = header === bare;
      return { ...NOTHING, kind, delimiter, header, recordsBeforeHeader: index, hasTableNames };
    }
  }
  if (rows.length === 0) return null;
  const kind = headerlessKind(name, rows, kinds);
  const header = kind?.profile.headers;
  return kind === null || header === undefined
    ? null
    : { ...NOTHING, kind, delimiter, header, hasHeaderRow: false };
}

/**
 * `STUDENTS.Last_Name`, as PowerSchool's Data Export Manager writes names: without the table's, where
 * each has one. Of a name that several tables have, only that of the table with most columns loses
 * it: the file is about that one, and the others keep theirs, so that no two are the same.
 */
export function withoutTableNames(header: readonly string[]): readonly string[] | null {
  const named = header.filter((name) => name !== "");
  const tables = named.map((name) => TABLE_NAME.exec(name)?.[1]?.toLowerCase());
  if (named.length < 2 || tables.includes(undefined)) return null;
  const columnsOf = (table: string): number =>
    tables.filter((candidate) => candidate === table).length;
  const holders = new Map<string, string>();
  for (const name of named) {
    const [, table = "", column = ""] = TABLE_NAME.exec(name.toLowerCase()) ?? [];
    const holder = holders.get(nameKey(column));
    if (holder === undefined || columnsOf(table) > columnsOf(holder)) {
      holders.set(nameKey(column), table);
    }
  }
  return header.map((name) => {
    const [, table = "", column = ""] = TABLE_NAME.exec(name) ?? [];
    return holders.get(nameKey(column)) === table.toLowerCase() ? column : name;
  });
}

const TABLE_NAME = /^([A-Za-z_]\w*)\.([A-Za-z_]\w*)$/;

const NOTHING: Recognized = {
  kind: null,
  format: "delimited",
  delimiter: ",",
  header: [],
  recordsBeforeHeader: 0,
  hasHeaderRow: true,
  hasTableNames: false,
};

/** A file without a header row: its name fits, and every line has as many cells as the profile has columns. */
function headerlessKind(
  name: string,
  rows: readonly (readonly string[])[],
  kinds: readonly FileKind[],
): FileKind | null {
  const matching = kinds.find(({ profile: { headers, pattern } }) => {
    if (headers === undefined || !new RegExp(pattern, "i").test(name)) return false;
    return rows.every((row) => row.length === headers.length);
  });
  return matching ?? null;
}

interface DelimitedRows {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
}

function rowsUnder(head: string, given: string | null): DelimitedRows {
  const rows: (readonly string[])[] = [];
  const take = (cells: readonly string[]) => {
    if (rows.length < HEADER_WITHIN) rows.push(cells);
  };
  const csv = csvRecords({ header: take, record: (cells) => take(cells) }, { delimiter: given });
  csv.push(head);
  const delimiter = csv.delimiter();
  if (rows.length === 0) csv.end();
  return {
    rows: rows.map((row) => row.map(headerName)),
    delimiter: delimiter ?? csv.delimiter() ?? ",",
  };
}

/** A header cell without the byte order mark, blanks and one layer of quotation marks. */
export const headerName = (cell: string): string =>
  cell
    .replace(/^\uFEFF/, "")
    .trim()
    .replace(/^(['"])(.*)\1$/, "$2")
    .trim();
