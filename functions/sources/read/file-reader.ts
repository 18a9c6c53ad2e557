// Longer than most: reading text record by record and bytes by the scanner are two ways through one file.
import type { Day } from "../../domain/calendar/day.ts";
import type { Reject } from "../../domain/records/reject.ts";
import type { AttendanceBook } from "../attendance/attendance-book.ts";
import { attendanceColumns } from "../attendance/attendance-columns.ts";
import { attendanceScanner, type AttendanceScanner } from "../attendance/attendance-scanner.ts";
import type { AttendanceRecord } from "../attendance/attendance-rows.ts";
import { columnsOfFile } from "./columns-of-file.ts";
import { contradictionCounts } from "./contradicted-days.ts";
import { csvRecords, type CsvRecords } from "../csv/csv-records.ts";
import { textDecoder, type Encoding } from "../csv/encoding.ts";
import { noDayEvidence } from "../values/fields.ts";
import { headText, statedEncoding } from "./file-head.ts";
import { outcomeOf, type FileReading, type FileToRead } from "./file-reading.ts";
import { jsonLines, type JsonLines } from "../csv/json-lines.ts";
import { bothPassedOver, NONE_PASSED_OVER } from "../attendance/duplicate-counts.ts";
import { provenOrder } from "../values/proven-order.ts";
import { FILE_KINDS } from "../profiles/profiles.ts";
import {
  HEAD_BYTES,
  headerName,
  recognise,
  withoutTableNames,
  type Recognised,
} from "./recognize.ts";
import { type DaysOfFile } from "./bound-read.ts";
import { isFault, type ReadRow, type RecordRows } from "./read-row.ts";
import { recordReader, type RecordReader } from "./record-rows.ts";

/** Where attendance goes instead of to `onRow`: millions of records, of which only the book is kept. */
export interface AttendanceTarget {
  readonly book: AttendanceBook;
  /** Told of each record that went into the book. */
  readonly onRecord: ((student: string, record: number) => void) | null;
  /** Of which students records passed over are counted; of all without it. */
  readonly isCounted?: ((student: string) => boolean) | undefined;
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
  file: FileToRead,
  onRow: (row: ReadRow) => void,
  onReject: (reject: Reject) => void,
  attendance: AttendanceTarget | null = null,
): FileReader {
  const { name, encoding, kinds = FILE_KINDS, dayOrder = null, receivedOn = null } = file;
  const evidence = noDayEvidence();
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let begun: Begun | null = null;
  /** Days of which the source takes a record back: unless it says something else, nothing was missed. */
  const takenBack: (readonly [student: string, on: Day])[] = [];

  const accept = (read: ReadRow): void => {
    if (read.table !== "attendance" || attendance === null) {
      onRow(read);
      return;
    }
    const { student, on, absentMilli, excusal } = read.row;
    if (read.isRemoved) {
      takenBack.push([student, on]);
      return;
    }
    attendance.book.add(student, on, absentMilli, excusal);
    if (read.record !== AT_END) attendance.onRecord?.(student, read.record);
  };
  /** Once enough of the file is there to say what it is, it is read from its first byte. */
  const begin = (): Begun => {
    const start = recognise(name, headText(head, encoding), kinds);
    const stated = statedEncoding(encoding, start.kind?.rules.encoding, head);
    const told = { ...file, encoding: stated };
    const days = { order: dayOrder === "open" ? null : dayOrder, evidence, receivedOn };
    begun = begunFile(told, start, days, accept, onReject, attendance);
    for (const bytes of head) begun.push(bytes);
    return begun;
  };
  return {
    push(bytes) {
      if (begun !== null) begun.push(bytes);
      else {
        // The chunk may be used again by whoever reads the file.
        head.push(headBytes === 0 && bytes.length >= HEAD_BYTES ? bytes : bytes.slice());
        headBytes += bytes.length;
        if (headBytes >= HEAD_BYTES) begin();
      }
    },
    end() {
      const reading = (begun ?? begin()).end();
      for (const [student, on] of takenBack)
        attendance?.book.addWhereUnmarked(student, on, 0, "unknown");
      return { ...reading, dayOrder: dayOrder === "open" ? dayOrder : provenOrder(evidence) };
    },
  };
}

interface Begun {
  push(bytes: Uint8Array): void;
  end(): Omit<FileReading, "dayOrder">;
}

/** A file whose kind is known, read from its first byte. */
function begunFile(
  file: FileToRead,
  start: Recognised,
  days: DaysOfFile,
  accept: (row: ReadRow) => void,
  onReject: (reject: Reject) => void,
  attendance: AttendanceTarget | null,
): Begun {
  const { kind } = start;
  let header: readonly string[] = start.hasHeaderRow ? [] : start.header;
  let reader: RecordReader | null = null;
  let records = 0;
  let rejected = 0;
  let scanner: AttendanceScanner | null = null;
  let lastAttendance: AttendanceRecord | null = null;
  let isLineStart = false;
  const contradictions = kind === null ? null : contradictionCounts(kind);

  const bind = (cells: readonly string[]): void => {
    header = cells;
    if (kind === null) return;
    const onSection = attendance?.onRecord ?? undefined;
    reader = recordReader(kind, header, days, onSection);
  };
  const take = (record: number, rows: RecordRows): void => {
    if (isFault(rows)) {
      rejected++;
      contradictions?.rejected(rows);
      onReject({ file: file.name, record, ...rows });
      return;
    }
    for (const fault of reader?.setAside() ?? []) {
      contradictions?.rejected(fault);
      onReject({ file: file.name, record, ...fault, disposition: "set-aside" });
    }
    for (const row of rows) {
      if (row.table === "attendance") lastAttendance = row.row;
      else contradictions?.accepted(row);
      accept(row);
    }
  };
  if (start.format === "json-lines" || !start.hasHeaderRow) bind(start.header);
  const text = start.format === "json-lines" ? asDocuments() : asRecords();
  const csv = "delimiter" in text ? text : null;
  const decoder = textDecoder(file.encoding, kind?.rules.escape);

  function asRecords(): CsvRecords {
    return csvRecords(
      {
        header(cells) {
          const names = cells.map(headerName);
          bind(start.hasTableNames ? (withoutTableNames(names) ?? names) : names);
        },
        record(cells, record, hasStrayQuote) {
          records = record;
          if (reader !== null) take(record, reader.ofCells(cells, record, hasStrayQuote));
        },
      },
      start,
    );
  }
  function asDocuments(): JsonLines {
    return jsonLines({
      record(document, record) {
        records = record;
        if (reader !== null) take(record, reader.ofDocument(document, record));
      },
    });
  }

  const isScanned =
    attendance !== null &&
    kind !== null &&
    csv !== null &&
    SCANNED_ENCODINGS.has(file.encoding) &&
    SCANNED_DELIMITERS.has(start.delimiter);
  const pushText = (bytes: Uint8Array, isOneLine: boolean): void => {
    lastAttendance = null;
    text.push(decoder.push(bytes));
    isLineStart = bytes.at(-1) === LINE_FEED;
    // Of many lines the last record is not the one at which the scanner stopped.
    scanner?.learn(isOneLine ? lastAttendance : null);
  };
  /** The scanner, where the next byte begins a record of an attendance file. */
  const readyScanner = (): AttendanceScanner | null => {
    if (!isScanned || !isLineStart || reader === null) return null;
    if (csv.delimiterBetweenRecords() === null) return null;
    if (scanner === null) {
      const columns = attendanceColumns(kind, header);
      if (columns === null) return null;
      scanner = attendanceScanner(columns, start.delimiter, attendance.book, attendance.onRecord);
    }
    return scanner;
  };
  const isAttendance = isScanned && kind.profile.reads.some(({ table }) => table === "attendance");
  return {
    push(bytes) {
      if (text.isBroken()) return;
      let at = 0;
      for (let lines = 0; at < bytes.length; lines++) {
        const ready = readyScanner();
        if (ready !== null) {
          const scanned = ready.scan(bytes, at, records);
          at = scanned.until;
          records += scanned.records;
          csv?.countOthers(scanned.records);
        }
        // One line as text, and on with the scanner; all of the chunk where that has not helped.
        const isOneLine = isAttendance && lines < ODD_LINES && (ready !== null || lines === 0);
        const lineEnd = isOneLine ? bytes.indexOf(LINE_FEED, at) + 1 : 0;
        const until = lineEnd === 0 ? bytes.length : lineEnd;
        if (at < until) pushText(bytes.subarray(at, until), lineEnd !== 0);
        at = until;
      }
    },
    end() {
      text.push(decoder.end());
      const fault = text.end();
      const { repeated, contradicted } = bothPassedOver(
        attendance?.book.passedOver(attendance.isCounted) ?? NONE_PASSED_OVER,
        reader?.passedOver(attendance?.isCounted) ?? NONE_PASSED_OVER,
      );
      for (const row of reader?.atEnd() ?? []) accept(row);
      const outcome = outcomeOf(kind, fault);
      const isRead = outcome === "used" || outcome === "ignored";
      return {
        kind,
        outcome,
        records,
        accepted: isRead ? records - rejected - repeated - contradicted : 0,
        rejected: isRead ? rejected : records,
        leftOut: reader?.leftOut() ?? 0,
        repeated: isRead ? repeated : 0,
        contradicted: isRead ? contradicted : 0,
        ...columnsOfFile(file.name, header, kind, file.kinds ?? FILE_KINDS),
        contradictedDays: contradictions?.end(records) ?? [],
        fault,
      };
    },
  };
}

/** The number of what comes of many records. */
const AT_END = 0;
const LINE_FEED = 0x0a;
/** Encodings in which a byte below 128 is that character of ASCII, whatever stands before it. */
const SCANNED_ENCODINGS: ReadonlySet<Encoding> = new Set(["utf-8", "windows-1252"]);
const SCANNED_DELIMITERS: ReadonlySet<string> = new Set([",", ";", "|", "\t"]);
/** After so many odd lines in one chunk the rest of it is read as text: line by line would be slower. */
const ODD_LINES = 200;
