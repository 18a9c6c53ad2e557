import type { DayMarks } from "./attendance-book.ts";
import { cellTable, CELL_WORDS, learnCell, lookUpCells, type CellTable } from "./cell-table.ts";
import { emptyRecord, NOT_PLAIN, readPlainRecord, type PlainRecord } from "./plain-record.ts";
import { MOST_RECORDS, recordBatch, type RecordBatch } from "./record-batch.ts";
import { isStudentKnown, type ScannedFile } from "./scanned-file.ts";
import { textTable, type TextTable } from "./text-table.ts";

/** What is known of the cells of a file, and the records at hand. */
export interface FastFile {
  readonly file: ScannedFile;
  readonly batch: RecordBatch;
  readonly marks: DayMarks;
  /** By column what a cell stands for: a student and a day in the book, and words by their numbers. */
  readonly students: CellTable;
  /** What follows a student's cell, where that is the first: the index of a day, and the byte of a state. */
  readonly rests: TextTable;
  /** Students whose cells are long, where that is the first. */
  readonly longStudents: TextTable;
  readonly days: CellTable;
  readonly kinds: CellTable;
  readonly portions: CellTable;
  /** Of the records at hand. */
  readonly kindNumbers: Int32Array;
  readonly portionNumbers: Int32Array;
  /** The one that is learned from. */
  readonly record: PlainRecord;
}

const LINE_FEED = 0x0a;
/** Of a file with more of them, each record has something of its own: it is not read by rests. */
const MOST_RESTS = 8192;

export function fastFile(file: ScannedFile, delimiter: string): FastFile {
  return {
    file,
    batch: recordBatch(file.columns, delimiter),
    marks: {
      students: new Int32Array(MOST_RECORDS),
      dayIndexes: new Int32Array(MOST_RECORDS),
      codes: new Uint8Array(MOST_RECORDS),
    },
    students: cellTable(),
    rests: textTable(LINE_FEED, MOST_RESTS),
    longStudents: textTable(delimiter.charCodeAt(0), Infinity),
    days: cellTable(),
    kinds: cellTable(),
    portions: cellTable(),
    kindNumbers: new Int32Array(MOST_RECORDS),
    portionNumbers: new Int32Array(MOST_RECORDS),
    record: emptyRecord(),
  };
}

/** Finds out the students of the first `count` records; how many are known, up to the first that is not. */
export function studentsKnown(fast: FastFile, bytes: Uint8Array, count: number): number {
  const { batch, marks, file } = fast;
  return lookUp(fast, bytes, count, fast.students, batch.student, marks.students, (record) =>
    isStudentKnown(file, record, bytes) ? (file.studentNumbers[record.student] ?? -1) : -1,
  );
}

/** Looks up the cells of one column, and learns from its record what one stands for that is not known. */
export function lookUp(
  fast: FastFile,
  bytes: Uint8Array,
  count: number,
  table: CellTable,
  cells: Int32Array,
  values: Int32Array,
  learned: (record: PlainRecord) => number,
): number {
  for (let from = 0; ;) {
    from = lookUpCells(table, cells, values, from, count);
    if (from === count) return count;
    const value = learnedFrom(fast, bytes, from, learned);
    if (value < 0) return from;
    learnCell(table, cells, from * CELL_WORDS, value);
  }
}

/** What a cell of a record stands for, as the plain record has it; -1 where it is not plain, or not known. */
function learnedFrom(
  { file, batch, record }: FastFile,
  bytes: Uint8Array,
  number: number,
  learned: (record: PlainRecord) => number,
): number {
  const until = readPlainRecord(file.cells, record, bytes, batch.starts[number] ?? 0);
  return until === NOT_PLAIN ? -1 : learned(record);
}
