import type { Reject } from "../domain/reject.ts";
import { CANONICAL_READERS, type CanonicalRows } from "./canonical-rows.ts";
import { csvRecords, type CsvFault } from "./csv-records.ts";
import { textDecoder, type Encoding } from "./encoding.ts";
import { fieldsOf, type Fields } from "./fields.ts";
import type { CanonicalTable } from "./profile.ts";
import { kindOf, type FileKind } from "./profiles.ts";

/** A row of a canonical table with the number of the record it came from. */
export type ReadRow = {
  readonly [T in CanonicalTable]: {
    readonly table: T;
    readonly record: number;
    readonly row: CanonicalRows[T];
  };
}[CanonicalTable];

/** What reading a file came to. `records` is `accepted` and `rejected` together. */
export interface FileReading {
  readonly kind: FileKind | null;
  readonly outcome: "used" | "ignored" | "not-recognised" | "unreadable";
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Columns of the file that no field is read from. */
  readonly unusedColumns: readonly string[];
  readonly fault: CsvFault | null;
}

export interface FileReader {
  push(bytes: Uint8Array): void;
  end(): FileReading;
}

/**
 * Reads one export in chunks: bytes to text, text to records, records to canonical rows or rejects.
 * What a row refers to (its student, its plan) is not looked up here, since that may be in a file
 * still to come.
 */
export function fileReader(
  file: { readonly name: string; readonly encoding: Encoding },
  onRow: (row: ReadRow) => void,
  onReject: (reject: Reject) => void,
): FileReader {
  let kind: FileKind | null = null;
  let fields: Fields | null = null;
  let kept: { index: number; values: ReadonlySet<string> } | null = null;
  let unusedColumns: readonly string[] = [];
  let records = 0;
  let rejected = 0;

  const decoder = textDecoder(file.encoding);
  const csv = csvRecords(
    {
      header(cells) {
        kind = kindOf(file.name, cells);
        if (kind === null) return;
        fields = fieldsOf(kind.profile.columns, cells);
        const used = new Set(kind.profile.columns.flatMap(({ from }) => from.map(lowerCase)));
        unusedColumns = cells.filter((cell) => cell !== "" && !used.has(lowerCase(cell)));
        const keep = kind.profile.keep;
        if (keep === undefined) return;
        const index = cells.findIndex((cell) => lowerCase(cell) === lowerCase(keep.column));
        kept = { index, values: new Set(keep.values.map(lowerCase)) };
      },
      record(cells, record, hasStrayQuote) {
        records = record;
        const table = kind?.profile.table ?? null;
        if (table === null || fields === null) return;
        const isKept = kept === null || kept.values.has(lowerCase(cells[kept.index]?.trim() ?? ""));
        if (!isKept && !hasStrayQuote) return;
        fields.begin(cells);
        if (hasStrayQuote) fields.fail("", "unclosed-quote");
        const row = CANONICAL_READERS[table](fields);
        const fault = fields.fault();
        if (fault === null) {
          onRow({ table, record, row } as ReadRow);
        } else {
          rejected++;
          onReject({ file: file.name, record, ...fault });
        }
      },
    },
    null,
  );
  return {
    push: (bytes) => csv.push(decoder.push(bytes)),
    end() {
      csv.push(decoder.end());
      const fault = csv.end();
      const outcome = outcomeOf(kind, fault);
      if (outcome === "used" || outcome === "ignored") {
        return {
          kind,
          outcome,
          records,
          accepted: records - rejected,
          rejected,
          unusedColumns,
          fault,
        };
      }
      return { kind, outcome, records, accepted: 0, rejected: records, unusedColumns, fault };
    },
  };
}

function outcomeOf(kind: FileKind | null, fault: CsvFault | null): FileReading["outcome"] {
  if (kind === null) return fault === null ? "not-recognised" : "unreadable";
  if (fault !== null) return "unreadable";
  return kind.profile.table === null ? "ignored" : "used";
}

const lowerCase = (text: string): string => text.toLowerCase();
