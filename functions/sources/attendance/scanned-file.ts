import type { AttendanceBook } from "./attendance-book.ts";
import type { AttendanceColumns } from "./attendance-columns.ts";
import { meansNothing } from "../values/null-tokens.ts";
import {
  MOST_DAYS,
  MOST_KINDS,
  MOST_PORTIONS,
  plainCells,
  type PlainCells,
  type PlainRecord,
} from "./plain-record.ts";

const STUDENT = { is: "student" } as const;
/** What could be a number that a spreadsheet has shortened, and is no plain name of a student. */
const MANGLED = /E\+/i;

/** What a scanner has learned of one file. */
export interface ScannedFile {
  readonly columns: AttendanceColumns;
  readonly book: AttendanceBook;
  readonly cells: PlainCells;
  /** By the number of a student's bytes, the student's number in the book. */
  readonly studentNumbers: number[];
  /** By the number in the book; a student of whom only text was read has none. */
  readonly identifiers: string[];
  /** By the number of a day's bytes: its index in the book; -1 where that is not known yet. */
  readonly dayIndexes: Int32Array;
  /** By `wordsOf` a record: the book's number of its state; 0 where that is not known yet. */
  readonly codes: Uint8Array;
}

export const scannedFile = (
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
export const wordsOf = ({ kind, portion }: PlainRecord): number => kind * MOST_PORTIONS + portion;

/** Whether a record read as text has shown what the day and the words of this one come to. */
export const isKnown = ({ codes, dayIndexes }: ScannedFile, record: PlainRecord): boolean =>
  codes[wordsOf(record)] !== 0 && (dayIndexes[record.day] ?? -1) >= 0;

/** Whether the student has a number in the book, and gets one now unless the bytes may be no plain identifier. */
export function isStudentKnown(
  { columns, book, studentNumbers, identifiers }: ScannedFile,
  { student, studentFrom, studentUntil }: PlainRecord,
  bytes: Uint8Array,
): boolean {
  if (studentNumbers[student] !== undefined) return true;
  const identifier = String.fromCharCode(...bytes.subarray(studentFrom, studentUntil));
  const isNoPlainIdentifier =
    columns.nullTokens.has(identifier.toLowerCase()) ||
    meansNothing(identifier, STUDENT, null) ||
    MANGLED.test(identifier) ||
    identifier.startsWith("'");
  if (isNoPlainIdentifier) return false;
  const number = book.studentNumber(identifier);
  studentNumbers[student] = number;
  identifiers[number] = identifier;
  return true;
}
