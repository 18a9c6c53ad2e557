import { attendanceColumns } from "../attendance/attendance-columns.ts";
import { attendanceScanner, type AttendanceScanner } from "../attendance/attendance-scanner.ts";
import { csvRecords, type CsvFault, type CsvRecords } from "../csv/csv-records.ts";
import { textDecoder, type Encoding } from "../csv/encoding.ts";
import { jsonLines, type JsonLines } from "../csv/json-lines.ts";
import type { FieldFault } from "../values/fields.ts";
import { takeHeader, takeRows, type FileRecords } from "./file-records.ts";

/**
 * The bytes of a file whose kind is known, on their way to its records: as text, and those of plain
 * attendance by the scanner.
 */
export interface FileBytes {
  readonly records: FileRecords;
  readonly text: CsvRecords | JsonLines;
  /** The same where the file is delimited; else null. */
  readonly csv: CsvRecords | null;
  readonly decoder: ReturnType<typeof textDecoder>;
  /** Whether the file may hold attendance that can be scanned. */
  readonly isScannable: boolean;
  /** Null until the header is there, and where the columns are not plain to see. */
  scanner: AttendanceScanner | null;
  /** Whether the next byte begins a line. */
  isLineStart: boolean;
}

const LINE_FEED = 0x0a;
/** Encodings in which a byte below 128 is that character of ASCII, whatever precedes it. */
const SCANNED_ENCODINGS: ReadonlySet<Encoding> = new Set(["utf-8", "windows-1252"]);
const SCANNED_DELIMITERS: ReadonlySet<string> = new Set([",", ";", "|", "\t"]);
/** After so many odd lines in one chunk the rest of it is read as text: line by line would be slower. */
const ODD_LINES = 200;

export function fileBytes(records: FileRecords): FileBytes {
  const { file, start, target } = records;
  const csv = start.format === "delimited" ? recordsOfCells(records) : null;
  const reads = start.kind?.profile.reads ?? [];
  return {
    records,
    csv,
    text: csv ?? recordsOfDocuments(records),
    decoder: textDecoder(file.encoding, start.kind?.rules.escape),
    isScannable:
      csv !== null &&
      target.attendance !== null &&
      reads.some(({ table }) => table === "attendance") &&
      SCANNED_ENCODINGS.has(file.encoding) &&
      SCANNED_DELIMITERS.has(start.delimiter),
    scanner: null,
    isLineStart: false,
  };
}

const recordsOfCells = (records: FileRecords): CsvRecords =>
  csvRecords(
    {
      header: (cells) => takeHeader(records, cells),
      record(cells, record, hasStrayQuote, mayHoldNul) {
        const { reader } = records;
        records.records = record;
        if (reader === null) return;
        const damage = damageOf(cells, hasStrayQuote, mayHoldNul);
        takeRows(records, record, damage ?? reader.ofCells(cells, record));
      },
    },
    records.start,
  );

/** No text has this character: a record with it was not written by a person or an export. */
const NUL = "\u0000";

/** Why nothing in a record can be trusted; null if it can be. */
function damageOf(
  cells: readonly string[],
  hasStrayQuote: boolean,
  mayHoldNul: boolean,
): FieldFault | null {
  if (hasStrayQuote) return { column: "", reason: "unclosed-quote" };
  return mayHoldNul && cells.some((cell) => cell.includes(NUL))
    ? { column: "", reason: "unreadable-characters" }
    : null;
}

const recordsOfDocuments = (records: FileRecords): JsonLines =>
  jsonLines({
    record(document, record) {
      const { reader } = records;
      records.records = record;
      if (reader !== null) takeRows(records, record, reader.ofDocument(document, record));
    },
  });

export function pushBytes(file: FileBytes, bytes: Uint8Array): void {
  if (file.text.isBroken()) return;
  let from = 0;
  for (let lines = 0; from < bytes.length; lines++) {
    const scanner = readyScanner(file);
    if (scanner !== null) from = scanBytes(file, scanner, bytes, from);
    // One line as text, and on with the scanner; all of the chunk where that has not helped.
    const isOneLine = file.isScannable && lines < ODD_LINES && (scanner !== null || lines === 0);
    const lineEnd = isOneLine ? bytes.indexOf(LINE_FEED, from) + 1 : 0;
    const until = lineEnd === 0 ? bytes.length : lineEnd;
    if (from < until) pushText(file, bytes.subarray(from, until), lineEnd !== 0);
    from = until;
  }
}

/** @returns the fault that made the rest of the file unreadable, if any */
export function endBytes({ text, decoder }: FileBytes): CsvFault | null {
  text.push(decoder.end());
  return text.end();
}

/** Whether the bytes so far are whole records of attendance that is plain to see, and nothing is open. */
export const isBetweenRecords = (file: FileBytes): boolean => readyScanner(file) !== null;

/** The scanner, where the next byte begins a record of an attendance file. */
function readyScanner(file: FileBytes): AttendanceScanner | null {
  const { records, csv, isScannable, isLineStart } = file;
  if (!isScannable || !isLineStart || records.reader === null) return null;
  return csv?.delimiterBetweenRecords() === null ? null : (file.scanner ??= scannerOf(records));
}

function scannerOf({ start, header, target: { attendance } }: FileRecords) {
  const columns = start.kind === null ? null : attendanceColumns(start.kind, header);
  if (columns === null || attendance === null) return null;
  return attendanceScanner(columns, start.delimiter, attendance.book, attendance.onRecord);
}

/** @returns where the first byte is that was not scanned */
function scanBytes(
  { records, csv }: FileBytes,
  scanner: AttendanceScanner,
  bytes: Uint8Array,
  from: number,
): number {
  const scanned = scanner.scan(bytes, from, records.records);
  records.records += scanned.records;
  csv?.countOthers(scanned.records);
  return scanned.until;
}

function pushText(file: FileBytes, bytes: Uint8Array, isOneLine: boolean): void {
  const { records, text, decoder, scanner } = file;
  records.lastAttendance = null;
  text.push(decoder.push(bytes));
  file.isLineStart = bytes.at(-1) === LINE_FEED;
  // If there are many lines, the last record is not the one at which the scanner stopped.
  scanner?.learn(isOneLine ? records.lastAttendance : null);
}
