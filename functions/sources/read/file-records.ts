import type { Day } from "../../domain/calendar/day.ts";
import type { Reject } from "../../domain/records/reject.ts";
import type { AttendanceBook } from "../attendance/attendance-book.ts";
import type { AttendanceRecord } from "../attendance/attendance-rows.ts";
import { addDuplicateCounts, NO_DUPLICATES } from "../attendance/duplicate-counts.ts";
import type { CsvFault } from "../csv/csv-records.ts";
import { FILE_KINDS } from "../profiles/profiles.ts";
import type { DaysOfFile } from "./bound-read.ts";
import { columnsOfFile } from "./columns-of-file.ts";
import { contradictionCounts, type ContradictionCounts } from "./contradicted-days.ts";
import { outcomeOf, type FileReading, type FileToRead } from "./file-reading.ts";
import { isFault, type ReadRow, type RecordRows } from "./read-row.ts";
import { headerName, withoutTableNames, type Recognized } from "./recognize.ts";
import { recordReader, type RecordReader } from "./record-rows.ts";

/**
 * Where attendance goes instead of to `onRow`: there are millions of records, and only the book is
 * kept.
 */
export interface AttendanceTarget {
  readonly book: AttendanceBook;
  /** Called with each record that went into the book. */
  readonly onRecord: ((student: string, record: number) => void) | null;
  /** The students whose duplicate records are counted; without it, all students. */
  readonly isCounted?: ((student: string) => boolean) | undefined;
}

/** Where the rows and rejects of a file go. */
export interface FileTarget {
  readonly onRow: (row: ReadRow) => void;
  readonly onReject: (reject: Reject) => void;
  readonly attendance: AttendanceTarget | null;
}

/** The records of a file whose kind is known: how they are read, and the results so far. */
export interface FileRecords {
  readonly file: FileToRead;
  readonly start: Recognized;
  readonly days: DaysOfFile;
  readonly target: FileTarget;
  readonly contradictions: ContradictionCounts | null;
  header: readonly string[];
  /** Null until the header is there, and where the file is of no known kind. */
  reader: RecordReader | null;
  records: number;
  rejected: number;
  lastAttendance: AttendanceRecord | null;
  /** Days of which the source takes a record back: unless it says something else, nothing was missed. */
  readonly takenBack: (readonly [student: string, on: Day])[];
}

export function fileRecords(
  file: FileToRead,
  start: Recognized,
  days: DaysOfFile,
  target: FileTarget,
): FileRecords {
  const records: FileRecords = {
    ...{ file, start, days, target },
    contradictions: start.kind === null ? null : contradictionCounts(start.kind),
    header: [],
    reader: null,
    records: 0,
    rejected: 0,
    lastAttendance: null,
    takenBack: [],
  };
  if (start.format === "json-lines" || !start.hasHeaderRow) bindHeader(records, start.header);
  return records;
}

/** Takes the header row of a delimited file. */
export function takeHeader(records: FileRecords, cells: readonly string[]): void {
  const names = cells.map(headerName);
  bindHeader(records, records.start.hasTableNames ? (withoutTableNames(names) ?? names) : names);
}

function bindHeader(records: FileRecords, header: readonly string[]): void {
  const { start, days, target } = records;
  records.header = header;
  if (start.kind === null) return;
  const onSection = target.attendance?.onRecord ?? undefined;
  records.reader = recordReader(start.kind, header, days, onSection);
}

/** Takes what one record came to: its rows, or why it cannot be used. */
export function takeRows(records: FileRecords, record: number, rows: RecordRows): void {
  const { file, target, contradictions } = records;
  if (isFault(rows)) {
    records.rejected++;
    contradictions?.rejected(rows);
    target.onReject({ file: file.name, record, ...rows });
    return;
  }
  for (const fault of records.reader?.setAside() ?? []) {
    contradictions?.rejected(fault);
    target.onReject({ file: file.name, record, ...fault, disposition: "set-aside" });
  }
  for (const row of rows) {
    if (row.table === "attendance") records.lastAttendance = row.row;
    else contradictions?.accepted(row);
    takeRow(records, row);
  }
}

/** The number for results that come from many records. */
const AT_END = 0;

function takeRow({ target, takenBack }: FileRecords, row: ReadRow): void {
  const { attendance } = target;
  if (row.table !== "attendance" || attendance === null) {
    target.onRow(row);
    return;
  }
  const { student, on, absentMilli, excusal } = row.row;
  if (row.isRemoved) {
    takenBack.push([student, on]);
    return;
  }
  attendance.book.add(student, on, absentMilli, excusal);
  if (row.record !== AT_END) attendance.onRecord?.(student, row.record);
}

/**
 * Takes the rows that come when all records are in, and says what the file came to.
 * @param fault what made the rest of the file unreadable, if anything did
 */
export function endOfRecords(
  records: FileRecords,
  fault: CsvFault | null,
): Omit<FileReading, "dayOrder"> {
  const { file, start, target, reader, header } = records;
  const { kind } = start;
  const { attendance } = target;
  const { repeated, contradicted } = addDuplicateCounts(
    attendance?.book.duplicates(attendance.isCounted) ?? NO_DUPLICATES,
    reader?.duplicates(attendance?.isCounted) ?? NO_DUPLICATES,
  );
  for (const row of reader?.atEnd() ?? []) takeRow(records, row);
  for (const [student, on] of records.takenBack) {
    attendance?.book.addWhereUnmarked(student, on, 0, "unknown");
  }
  const outcome = outcomeOf(kind, fault);
  const isRead = outcome === "used" || outcome === "ignored";
  return {
    kind,
    outcome,
    records: records.records,
    accepted: isRead ? records.records - records.rejected - repeated - contradicted : 0,
    rejected: isRead ? records.rejected : records.records,
    leftOut: reader?.leftOut() ?? 0,
    repeated: isRead ? repeated : 0,
    contradicted: isRead ? contradicted : 0,
    ...columnsOfFile(file.name, header, kind, file.kinds ?? FILE_KINDS),
    contradictedDays: records.contradictions?.end(records.records) ?? [],
    fault,
  };
}
