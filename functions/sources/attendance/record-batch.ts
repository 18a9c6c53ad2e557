import type { AttendanceColumns } from "./attendance-columns.ts";
import { CELL_WORDS, LONGEST_CELL, tagOf } from "./cell-table.ts";
import {
  CARRIAGE_RETURN,
  DELIMITER,
  LINE_FEED,
  meaningsOf,
  PLAIN,
  SPACE,
} from "./byte-meanings.ts";

/** Records that are split at once. */
export const MOST_RECORDS = 4096;

/**
 * Records of attendance split into cells and not yet looked at: a cell is what stands between two
 * delimiters, whatever that is, since only a cell that is known counts.
 */
export interface RecordBatch {
  /** Where each record begins, and where the one after the last does. */
  readonly starts: Int32Array;
  /** The cells of each column that is read, `CELL_WORDS` per record. */
  readonly student: Int32Array;
  readonly on: Int32Array;
  readonly kind: Int32Array;
  readonly portionAbsent: Int32Array;
  /** By column, where its cells go; null for a column that nothing is read from. */
  readonly targets: readonly (Int32Array | null)[];
  /** The delimiter and the line feed, four times in a word. */
  readonly delimiters: number;
  readonly meanings: Uint8Array;
}

const IN_EACH_BYTE = 0x01010101;
const LINE_FEEDS = 0x0a * IN_EACH_BYTE;
/** The words of a cell, and the byte after it, are read without a look at how long it is. */
export const BYTES_READ = LONGEST_CELL + 1;

export function recordBatch(columns: AttendanceColumns, delimiter: string): RecordBatch {
  const cells = (): Int32Array => new Int32Array(CELL_WORDS * MOST_RECORDS);
  const read = { student: cells(), on: cells(), kind: cells(), portionAbsent: cells() };
  const targets = Array.from({ length: columns.columns }, (_, column) => {
    // Of two fields of one column the later one has it, as in `plainCells`.
    if (column === columns.portionAbsent) return read.portionAbsent;
    if (column === columns.kind) return read.kind;
    if (column === columns.on) return read.on;
    return column === columns.student ? read.student : null;
  });
  return {
    starts: new Int32Array(MOST_RECORDS + 1),
    ...read,
    targets,
    delimiters: delimiter.charCodeAt(0) * IN_EACH_BYTE,
    meanings: meaningsOf(delimiter),
  };
}

/**
 * Splits records from `from` on, until one has a long cell or does not end in these bytes.
 * @param most at most so many, and no more than `MOST_RECORDS`
 * @returns how many
 */
export function splitRecords(
  batch: RecordBatch,
  bytes: Uint8Array,
  view: DataView,
  from: number,
  most: number,
): number {
  const { starts, targets, delimiters } = batch;
  const lastColumn = targets.length - 1;
  const lastFrom = bytes.length - BYTES_READ;
  let position = from;
  for (let record = 0; record < most; record++) {
    starts[record] = position;
    for (let column = 0; column <= lastColumn; column++) {
      const cells = targets[column] ?? null;
      const isLast = column === lastColumn;
      if (cells === null) position = afterCell(batch, bytes, position, isLast);
      else if (position > lastFrom) return record;
      else {
        const ends = isLast ? LINE_FEEDS : delimiters;
        position = splitCell(cells, record * CELL_WORDS, view, position, ends);
      }
      if (position < 0) return record;
    }
    starts[record + 1] = position;
  }
  return most;
}

/**
 * Takes the cell that begins at `from` as words.
 * @param ends the byte that ends it, four times in a word
 * @returns where the next cell begins; -1 where the cell is long
 */
export function splitCell(
  cells: Int32Array,
  place: number,
  view: DataView,
  from: number,
  ends: number,
): number {
  const first = view.getInt32(from, true);
  const second = view.getInt32(from + 4, true);
  const third = view.getInt32(from + 8, true);
  let length = placeOf(first ^ ends);
  if (length === 4) length += placeOf(second ^ ends);
  if (length === 8) length += placeOf(third ^ ends);
  if (length === LONGEST_CELL && view.getUint8(from + length) !== (ends & 0xff)) return -1;
  const next = from + length + 1;
  if (ends === LINE_FEEDS && length > 0 && view.getUint8(from + length - 1) === 0x0d) length--;
  cells[place] = length >= 4 ? first : first & firstBytes(length);
  cells[place + 1] = length >= 8 ? second : length > 4 ? second & firstBytes(length - 4) : 0;
  cells[place + 2] = length === 12 ? third : length > 8 ? third & firstBytes(length - 8) : 0;
  cells[place + 3] = tagOf(length);
  return next;
}

/** The place of the first byte of a word that is 0; 4 where none is. */
function placeOf(word: number): number {
  // Source: Warren, Hacker's Delight, 6-1: the lowest of the bits that stay is at the first zero byte.
  const zeros = (word - IN_EACH_BYTE) & ~word & 0x80808080;
  return zeros === 0 ? 4 : (32 - Math.clz32(~zeros & (zeros - 1))) >> 3;
}

/** A mask of the first bytes of a word, up to three. */
const firstBytes = (count: number): number => (1 << (count << 3)) - 1;

/** Where the cell after one that nothing is read from begins; -1 where it is not plain, or does not end in these bytes. */
function afterCell(
  { meanings }: RecordBatch,
  bytes: Uint8Array,
  from: number,
  isLast: boolean,
): number {
  for (let position = from; position < bytes.length; position++) {
    const meaning = meanings[bytes[position] ?? 0] ?? PLAIN;
    if (meaning === PLAIN || meaning === SPACE) continue;
    if (!isLast) return meaning === DELIMITER ? position + 1 : -1;
    if (meaning === LINE_FEED) return position + 1;
    return meaning === CARRIAGE_RETURN && bytes[position + 1] === 0x0a ? position + 2 : -1;
  }
  return -1;
}
