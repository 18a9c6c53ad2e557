import { csvRecords } from "./csv-records.ts";
import { fieldsOfDocuments } from "./json-lines.ts";
import { kindOf, kindsWrittenAs, type FileKind } from "./profiles.ts";

/** How a file begins: what kind it is, how its cells are cut, and where its data starts. */
export interface Recognised {
  readonly kind: FileKind | null;
  readonly format: "delimited" | "json-lines";
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Lines with something in them before the header: titles and notes. */
  readonly recordsBeforeHeader: number;
  /** Whether the header is a row of the file, or the profile's own. */
  readonly hasHeaderRow: boolean;
}

/** So much of a file is looked at to recognise it. */
export const HEAD_BYTES = 65_536;
/** A header stands within so many lines: notes above it are few. */
const HEADER_WITHIN = 12;
const DELIMITERS = [",", "\t", "|", ";", "^"];

/**
 * Recognises a file by its name and the first of its text, line ends being line feeds: by the
 * delimiter that its header line seems to have, then by any other under which it fits a kind.
 */
export function recognise(name: string, head: string, kinds: readonly FileKind[]): Recognised {
  const header = fieldsOfDocuments(head);
  if (header !== null) {
    const kind = kindOf(name, header, kindsWrittenAs("json-lines", kinds));
    return { ...NOTHING, kind, format: "json-lines", header };
  }
  const delimited = kindsWrittenAs("delimited", kinds);
  const [likeliest, ...others] = [null, ...DELIMITERS].map((delimiter) =>
    rowsUnder(head, delimiter),
  );
  for (const { rows, delimiter } of [likeliest, ...others]
    .filter((each) => each !== undefined)
    .filter(({ rows }) => rows.length > 0)) {
    for (const [index, header] of rows.entries()) {
      const kind = kindOf(name, header, delimited);
      if (kind === null || kind.profile.headers !== undefined) continue;
      return { ...NOTHING, kind, delimiter, header, recordsBeforeHeader: index };
    }
    const kind = headerlessKind(name, rows, delimited);
    const header = kind?.profile.headers;
    if (kind !== null && header !== undefined) {
      return { ...NOTHING, kind, delimiter, header, hasHeaderRow: false };
    }
  }
  const { rows, delimiter } = likeliest ?? { rows: [], delimiter: "," };
  return { ...NOTHING, delimiter, header: rows[0] ?? [] };
}

const NOTHING: Recognised = {
  kind: null,
  format: "delimited",
  delimiter: ",",
  header: [],
  recordsBeforeHeader: 0,
  hasHeaderRow: true,
};

/** A file without a header row: its name fits, and every line has as many cells as the profile has columns. */
function headerlessKind(
  name: string,
  rows: readonly (readonly string[])[],
  kinds: readonly FileKind[],
): FileKind | null {
  const found = kinds.find(({ profile: { headers, pattern } }) => {
    if (headers === undefined || !new RegExp(pattern, "i").test(name)) return false;
    return rows.every((row) => row.length === headers.length);
  });
  return found ?? null;
}

function rowsUnder(
  head: string,
  given: string | null,
): { readonly rows: readonly (readonly string[])[]; readonly delimiter: string } {
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
