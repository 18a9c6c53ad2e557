import { CELL_WORDS, learnCell, LONGEST_CELL, tagOf } from "./cell-table.ts";
import { studentsKnown, type FastFile } from "./fast-file.ts";
import { NOT_PLAIN, readPlainRecord, type PlainRecord } from "./plain-record.ts";
import { BYTES_READ, splitCell } from "./record-batch.ts";
import { isKnown, wordsOf } from "./scanned-file.ts";
import { addText, isFull, isShort, LONGEST_TEXT, NO_TEXT, textAt } from "./text-table.ts";

/** Whether a record is a student and one of few rests. */
export const isByRests = ({ file, rests }: FastFile): boolean =>
  file.columns.student === 0 && !isFull(rests);

/**
 * Splits records into a student and a rest, from `from` on, and finds out what both stand for.
 * @returns how many records are known, up to the first that is not
 */
export function knownByRests(
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

/** Learns the long cell of a student from a record that was read in another way. */
export function learnLongStudent(
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
