import type { AttendanceColumns } from "./attendance-columns.ts";
import type { DayMarks } from "./attendance-book.ts";
import {
  cellTable,
  CELL_WORDS,
  learnCell,
  LONGEST_CELL,
  lookUpCells,
  tagOf,
  type CellTable,
} from "./cell-table.ts";
import {
  emptyRecord,
  MOST_PORTIONS,
  NOT_PLAIN,
  readPlainRecord,
  type PlainRecord,
} from "./plain-record.ts";
import {
  BYTES_READ,
  MOST_RECORDS,
  recordBatch,
  splitCell,
  splitRecords,
  type RecordBatch,
} from "./record-batch.ts";
import {
  addText,
  isFull,
  isShort,
  LONGEST_TEXT,
  NO_TEXT,
  textAt,
  textTable,
  type TextTable,
} from "./text-table.ts";
import { isKnown, isStudentKnown, wordsOf, type ScannedFile } from "./scanned-file.ts";

/**
 * The way for most records: split many, look their cells up column by column, mark their days. What a
 * cell stands for is learned from the plain record that has it, so that this way never says anything else
 * than `readPlainRecord` does. It stops at a record that has a long cell, or one of which it is
 * not known what it stands for.
 */
export interface FastRecords {
  /** Reads and marks records from `from` on, as many as it splits at once. */
  scan(bytes: Uint8Array, view: DataView, from: number): FastScanned;
  /** Of the records of the last scan. */
  readonly marks: DayMarks;
  /** Learns the long cell of a student from a record that was read in another way. */
  learnLong(record: PlainRecord, student: number, view: DataView): void;
}

export interface FastScanned {
  /** Where the first record begins that was not read. */
  readonly until: number;
  readonly records: number;
  /** Whether nothing has stopped it, so that more can be read this way. */
  readonly isWhole: boolean;
}

/** What is known of the cells of a file, and the records at hand. */
interface FastFile {
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
/** So many are split after a record that stopped it: the next may stop it too. */
const FEWEST_RECORDS = 16;

export function fastRecords(file: ScannedFile, delimiter: string): FastRecords {
  const fast = fastFile(file, delimiter);
  const { batch, marks } = fast;
  const isSplittable = haveOwnColumns(file.columns);
  let most = FEWEST_RECORDS;
  return {
    marks,
    learnLong(record, student, view) {
      if (isByRests(fast)) learnLongStudent(fast, record, student, view);
    },
    scan(bytes, view, from) {
      if (!isSplittable) return { until: from, records: 0, isWhole: false };
      const records = isByRests(fast)
        ? knownByRests(fast, bytes, view, from, most)
        : knownByColumns(fast, bytes, splitRecords(batch, bytes, view, from, most));
      file.book.markAll(marks, records);
      const isWhole = records === most;
      most = isWhole ? Math.min(MOST_RECORDS, 2 * most) : Math.max(FEWEST_RECORDS, most >> 1);
      return { until: batch.starts[records] ?? from, records, isWhole };
    },
  };
}

/** Whether a record is a student and one of few rests. */
const isByRests = ({ file, rests }: FastFile): boolean =>
  file.columns.student === 0 && !isFull(rests);

/** Whether each field has a column, and none shares it with another. */
function haveOwnColumns({ student, on, kind, portionAbsent }: AttendanceColumns): boolean {
  const columns = [student, on, kind, ...(portionAbsent < 0 ? [] : [portionAbsent])];
  return columns.every((column) => column >= 0) && new Set(columns).size === columns.length;
}

function fastFile(file: ScannedFile, delimiter: string): FastFile {
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

/**
 * Splits records into a student and a rest, from `from` on, and finds out what both stand for.
 * @returns how many records are known, up to the first that is not
 */
function knownByRests(
  fast: FastFile,
  bytes: Uint8Array,
  view: DataView,
  from: number,
  most: number,
): number {
  const { batch, marks, rests } = fast;
  const { starts, student: cells, delimiters } = batch;
  const lastFrom = bytes.length - LONGEST_TEXT - BYTES_READ;
  let position = from;
  let record = 0;
  for (; record < most && position <= lastFrom; record++) {
    starts[record] = position;
    const place = record * CELL_WORDS;
    let restFrom = splitCell(cells, place, view, position, delimiters);
    if (restFrom < 0) restFrom = splitLongStudent(fast, place, view, position);
    if (restFrom < 0 || restFrom > bytes.length - LONGEST_TEXT) break;
    let rest = textAt(rests, view, restFrom);
    if (rest === NO_TEXT && isShort(rests, view, restFrom)) {
      rest = learnedRest(fast, bytes, view, position);
    }
    if (rest === NO_TEXT) break;
    const dayAndCode = rests.values[rest] ?? 0;
    marks.dayIndexes[record] = dayAndCode >> 8;
    marks.codes[record] = dayAndCode & 0xff;
    position = restFrom + (rests.lengths[rest] ?? 0);
  }
  starts[record] = position;
  return studentsKnown(fast, bytes, record);
}

/** A long cell of a student is a cell of the number of its text; where the next begins, -1 where it is not known. */
function splitLongStudent(
  { batch, longStudents }: FastFile,
  place: number,
  view: DataView,
  from: number,
): number {
  const text = textAt(longStudents, view, from);
  if (text === NO_TEXT) return -1;
  putLongCell(batch.student, place, text);
  return from + (longStudents.lengths[text] ?? 0);
}

function learnLongStudent(
  { students, longStudents }: FastFile,
  { studentFrom, studentUntil }: PlainRecord,
  student: number,
  view: DataView,
): void {
  const isWhole = studentFrom + LONGEST_TEXT <= view.byteLength;
  if (studentUntil - studentFrom <= LONGEST_CELL || !isWhole) return;
  if (textAt(longStudents, view, studentFrom) !== NO_TEXT) return;
  const text = addText(longStudents, view, studentFrom, student);
  if (text === NO_TEXT) return;
  const cell = new Int32Array(CELL_WORDS);
  putLongCell(cell, 0, text);
  learnCell(students, cell, 0, student);
}

/** Equal to no cell that is split: its tag is of no length that one has. */
function putLongCell(cells: Int32Array, place: number, text: number): void {
  cells[place] = text;
  cells[place + 1] = cells[place + 2] = 0;
  cells[place + 3] = tagOf(LONGEST_CELL + 1);
}

/** The rest of a record whose day and words are known; `NO_TEXT` where they are not. */
function learnedRest(
  { file, rests, record }: FastFile,
  bytes: Uint8Array,
  view: DataView,
  from: number,
): number {
  const until = readPlainRecord(file.cells, record, bytes, from);
  if (until === NOT_PLAIN || !isKnown(file, record)) return NO_TEXT;
  const dayIndex = file.dayIndexes[record.day] ?? 0;
  const code = file.codes[wordsOf(record)] ?? 0;
  return addText(rests, view, record.studentUntil + 1, (dayIndex << 8) | code);
}

/**
 * Finds out what the cells of the records stand for, students last: one gets a number in the book only
 * with a record that counts.
 * @returns how many records are known, up to the first that is not
 */
function knownByColumns(fast: FastFile, bytes: Uint8Array, split: number): number {
  const { batch, marks, file, kindNumbers, portionNumbers } = fast;
  let known = split;
  const { dayIndexes } = file;
  known = lookUp(
    fast,
    bytes,
    known,
    fast.days,
    batch.on,
    marks.dayIndexes,
    (record) => dayIndexes[record.day] ?? -1,
  );
  known = lookUp(fast, bytes, known, fast.kinds, batch.kind, kindNumbers, ({ kind }) => kind);
  if (file.columns.portionAbsent >= 0) {
    const { portions } = fast;
    known = lookUp(
      fast,
      bytes,
      known,
      portions,
      batch.portionAbsent,
      portionNumbers,
      (record) => record.portion,
    );
  }
  return studentsKnown(fast, bytes, statesKnown(fast, known));
}

/** Finds out the students of the first `count` records; how many are known, up to the first that is not. */
function studentsKnown(fast: FastFile, bytes: Uint8Array, count: number): number {
  const { batch, marks, file } = fast;
  return lookUp(fast, bytes, count, fast.students, batch.student, marks.students, (record) =>
    isStudentKnown(file, record, bytes) ? (file.studentNumbers[record.student] ?? -1) : -1,
  );
}

/** Looks up the cells of one column, and learns from its record what one stands for that is not known. */
function lookUp(
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

/** Enters the bytes of states; the number of the first record whose words are not known together. */
function statesKnown({ file, marks, kindNumbers, portionNumbers }: FastFile, count: number) {
  for (let record = 0; record < count; record++) {
    const kind = kindNumbers[record] ?? 0;
    const code = file.codes[kind * MOST_PORTIONS + (portionNumbers[record] ?? 0)] ?? 0;
    if (code === 0) return record;
    marks.codes[record] = code;
  }
  return count;
}
