import type { AttendanceBook } from "./attendance-book.ts";
import type { AttendanceColumns } from "./attendance-columns.ts";
import type { AttendanceRecord } from "./attendance-rows.ts";
import {
  emptyRecord,
  MOST_DAYS,
  MOST_KINDS,
  MOST_PORTIONS,
  NOT_PLAIN,
  plainCells,
  readPlainRecord,
  type PlainCells,
  type PlainRecord,
} from "./plain-record.ts";

/** What could be a number that a spreadsheet has shortened, and is no plain name of a student. */
const MANGLED = /E\+/i;

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

/** What a scanner has learned of one file. */
interface ScannedFile {
  readonly columns: AttendanceColumns;
  readonly book: AttendanceBook;
  readonly cells: PlainCells;
  /** By the number of a student's bytes: the student's number in the book, and the identifier. */
  readonly studentNumbers: number[];
  readonly identifiers: string[];
  /** By the number of a day's bytes: its number in the book; -1 where that is not known yet. */
  readonly dayIndexes: Int32Array;
  /** By `wordsOf` a record: the book's number of its state; 0 where that is not known yet. */
  readonly codes: Uint8Array;
}

export function attendanceScanner(
  columns: AttendanceColumns,
  delimiter: string,
  book: AttendanceBook,
  onRecord: ((student: string, record: number) => void) | null,
): AttendanceScanner {
  const file = scannedFile(columns, delimiter, book);
  const record = emptyRecord();
  /** Whether `record` is plain and holds a day or words that are not known yet. */
  let isToLearn = false;
  return {
    scan(bytes, from, recordsBefore) {
      isToLearn = false;
      let recordFrom = from;
      let records = 0;
      for (;;) {
        const recordUntil = readPlainRecord(file.cells, record, bytes, recordFrom);
        if (recordUntil === NOT_PLAIN) break;
        isToLearn = !isKnown(file, record);
        if (isToLearn || !isStudentKnown(file, record, bytes)) break;
        markRecord(file, record);
        records++;
        onRecord?.(file.identifiers[record.student] ?? "", recordsBefore + records);
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

const scannedFile = (
  columns: AttendanceColumns,
  delimiter: string,
  book: AttendanceBook,
): ScannedFile => ({
  columns,
  book,
  cells: plainCells(columns, delimiter),
  studentNumbers: [],
  identifiers: [],
  dayIndexes: new Int32Array(MOST_DAYS).fill(-1),
  codes: new Uint8Array(MOST_KINDS * MOST_PORTIONS),
});

/** A number for the pair of words that say what the state of the day is. */
const wordsOf = ({ kind, portion }: PlainRecord): number => kind * MOST_PORTIONS + portion;

/** Whether a record read as text has shown what the day and the words of this one come to. */
const isKnown = ({ codes, dayIndexes }: ScannedFile, record: PlainRecord): boolean =>
  codes[wordsOf(record)] !== 0 && (dayIndexes[record.day] ?? -1) >= 0;

/** Whether the student has a number in the book, and gets one now unless the bytes may be no plain identifier. */
function isStudentKnown(
  { columns, book, studentNumbers, identifiers }: ScannedFile,
  { student, studentFrom, studentUntil }: PlainRecord,
  bytes: Uint8Array,
): boolean {
  if (studentNumbers[student] !== undefined) return true;
  const identifier = String.fromCharCode(...bytes.subarray(studentFrom, studentUntil));
  const isNoPlainIdentifier =
    columns.nullTokens.has(identifier.toLowerCase()) ||
    MANGLED.test(identifier) ||
    identifier.startsWith("'");
  if (isNoPlainIdentifier) return false;
  studentNumbers[student] = book.studentNumber(identifier);
  identifiers[student] = identifier;
  return true;
}

const markRecord = (
  { book, studentNumbers, dayIndexes, codes }: ScannedFile,
  record: PlainRecord,
): void =>
  book.mark(
    studentNumbers[record.student] ?? 0,
    dayIndexes[record.day] ?? 0,
    codes[wordsOf(record)] ?? 0,
  );
