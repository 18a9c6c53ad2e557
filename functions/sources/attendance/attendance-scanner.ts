import type { AttendanceBook } from "./attendance-book.ts";
import type { AttendanceColumns } from "./attendance-columns.ts";
import type { AttendanceRecord } from "./attendance-rows.ts";
import { fastRecords } from "./fast-records.ts";
import { emptyRecord, NOT_PLAIN, readPlainRecord } from "./plain-record.ts";
import { isKnown, isStudentKnown, scannedFile, wordsOf } from "./scanned-file.ts";

/**
 * Reads attendance records straight from bytes into a book, as long as they are plain: printable
 * ASCII without quotation marks, every cell there, and a day and words that it has learned. It knows
 * no format by itself: the first record with a day, or with a pair of words, is read as text, and
 * what that came to is remembered for the same bytes. So the reader of text stays the authority.
 */
export interface AttendanceScanner {
  /** Reads from `from` on, and says where the first record that is not plain or not whole begins. */
  scan(bytes: Uint8Array, from: number, recordsBefore: number): Scanned;
  /** The record at which `scan` stopped was read as text and came to this; null where it gave no row, or others were read with it. */
  learn(row: AttendanceRecord | null): void;
}

export interface Scanned {
  /** Where the first record begins that was not read. */
  readonly until: number;
  readonly records: number;
}

export function attendanceScanner(
  columns: AttendanceColumns,
  delimiter: string,
  book: AttendanceBook,
  onRecord: ((student: string, record: number) => void) | null,
): AttendanceScanner {
  const file = scannedFile(columns, delimiter, book);
  const fast = fastRecords(file, delimiter);
  const record = emptyRecord();
  /** Whether `record` is plain and holds a day or words that are not known yet. */
  let isToLearn = false;
  return {
    scan(bytes, from, recordsBefore) {
      isToLearn = false;
      let recordFrom = from;
      let records = 0;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (;;) {
        const scanned = fast.scan(bytes, view, recordFrom);
        if (onRecord !== null) {
          for (let index = 0; index < scanned.records; index++) {
            const student = fast.marks.students[index] ?? 0;
            onRecord(file.identifiers[student] ?? "", recordsBefore + records + index + 1);
          }
        }
        records += scanned.records;
        recordFrom = scanned.until;
        if (scanned.isWhole) continue;
        const recordUntil = readPlainRecord(file.cells, record, bytes, recordFrom);
        if (recordUntil === NOT_PLAIN) break;
        isToLearn = !isKnown(file, record);
        if (isToLearn || !isStudentKnown(file, record, bytes)) break;
        const student = file.studentNumbers[record.student] ?? 0;
        book.mark(student, file.dayIndexes[record.day] ?? 0, file.codes[wordsOf(record)] ?? 0);
        fast.learnLong(record, student, view);
        records++;
        onRecord?.(file.identifiers[student] ?? "", recordsBefore + records);
        recordFrom = recordUntil;
      }
      return { until: recordFrom, records };
    },
    learn(row) {
      if (isToLearn && row !== null) {
        file.dayIndexes[record.day] = book.dayIndexOf(row.on);
        file.codes[wordsOf(record)] = book.codeOf(row.absentMilli, row.excusal);
      }
      isToLearn = false;
    },
  };
}
