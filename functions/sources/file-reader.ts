import type { Reject } from "../domain/reject.ts";
import type { AttendanceBook } from "./attendance-book.ts";
import {
  attendanceColumns,
  attendanceScanner,
  type AttendanceScanner,
} from "./attendance-scanner.ts";
import { CANONICAL_READERS, type AttendanceRecord, type CanonicalRows } from "./canonical-rows.ts";
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

/** Where attendance goes instead of to `onRow`: millions of records, of which only the book is kept. */
export interface AttendanceTarget {
  readonly book: AttendanceBook;
  /** Told of each record that went into the book. */
  readonly onRecord: ((student: string, record: number) => void) | null;
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
  attendance: AttendanceTarget | null = null,
): FileReader {
  let kind: FileKind | null = null;
  let fields: Fields | null = null;
  let kept: { index: number; values: ReadonlySet<string> } | null = null;
  let unusedColumns: readonly string[] = [];
  let header: readonly string[] = [];
  let records = 0;
  let rejected = 0;
  let scanner: AttendanceScanner | null = null;
  let lastAttendance: AttendanceRecord | null = null;
  let isLineStart = false;

  const decoder = textDecoder(file.encoding);
  const csv = csvRecords(
    {
      header(cells) {
        kind = kindOf(file.name, cells);
        if (kind === null) return;
        fields = fieldsOf(kind.profile.columns, cells);
        header = cells;
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
          accept({ table, record, row } as ReadRow);
        } else {
          rejected++;
          onReject({ file: file.name, record, ...fault });
        }
      },
    },
    null,
  );
  const accept = (read: ReadRow): void => {
    if (read.table !== "attendance" || attendance === null) {
      onRow(read);
      return;
    }
    const { student, on, absentMilli, excusal } = (lastAttendance = read.row);
    attendance.book.add(student, on, absentMilli, excusal);
    attendance.onRecord?.(student, read.record);
  };
  const isAttendance = (): boolean =>
    attendance !== null && (kind === null || kind.profile.table === "attendance");
  const pushText = (bytes: Uint8Array): void => {
    lastAttendance = null;
    csv.push(decoder.push(bytes));
    isLineStart = bytes.at(-1) === LINE_FEED;
    if (lastAttendance !== null) scanner?.learn(lastAttendance);
  };
  /** The scanner, where the next byte begins a record of an attendance file. */
  const readyScanner = (): AttendanceScanner | null => {
    const delimiter = isLineStart ? csv.delimiterBetweenRecords() : null;
    if (delimiter === null || attendance === null || kind === null) return null;
    if (!SCANNED_ENCODINGS.has(file.encoding) || !SCANNED_DELIMITERS.has(delimiter)) return null;
    if (scanner === null) {
      const columns = attendanceColumns(kind.profile, header);
      if (columns === null) return null;
      scanner = attendanceScanner(columns, delimiter, attendance.book, attendance.onRecord);
    }
    return scanner;
  };
  return {
    push(bytes) {
      let at = 0;
      for (let lines = 0; at < bytes.length; lines++) {
        const ready = readyScanner();
        if (ready !== null) {
          const scanned = ready.scan(bytes, at, records);
          at = scanned.at;
          records += scanned.records;
          csv.countOthers(scanned.records);
        }
        // One line as text, and on with the scanner; all of the chunk where that has not helped.
        const isOneLine = isAttendance() && lines < ODD_LINES && (ready !== null || lines === 0);
        const lineEnd = isOneLine ? bytes.indexOf(LINE_FEED, at) + 1 : 0;
        const until = lineEnd === 0 ? bytes.length : lineEnd;
        if (at < until) pushText(bytes.subarray(at, until));
        at = until;
      }
    },
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

const LINE_FEED = 0x0a;
/** Encodings in which a byte below 128 is that character of ASCII, whatever stands before it. */
const SCANNED_ENCODINGS: ReadonlySet<Encoding> = new Set(["utf-8", "windows-1252"]);
const SCANNED_DELIMITERS: ReadonlySet<string> = new Set([",", ";", "|", "\t"]);
/** After so many odd lines in one chunk the rest of it is read as text: line by line would be slower. */
const ODD_LINES = 200;

function outcomeOf(kind: FileKind | null, fault: CsvFault | null): FileReading["outcome"] {
  if (kind === null) return fault === null ? "not-recognised" : "unreadable";
  if (fault !== null) return "unreadable";
  return kind.profile.table === null ? "ignored" : "used";
}

const lowerCase = (text: string): string => text.toLowerCase();
