import { LONGEST_ID } from "../values/identifier-fault.ts";
import type { AttendanceColumns } from "./attendance-columns.ts";
import {
  CARRIAGE_RETURN,
  DELIMITER,
  LINE_FEED,
  meaningsOf,
  ODD,
  PLAIN,
  SPACE,
} from "./byte-meanings.ts";
import { byteTable, HASH_START, nextHash, type ByteTable } from "./byte-table.ts";

/** What a column holds. */
const NOT_ASKED_FOR = 0;
const STUDENT = 1;
const DAY = 2;
const KIND = 3;
const PORTION = 4;

/** How many different cells are remembered; a file that has more of them is read as text from there on. */
export const MOST_DAYS = 2000;
export const MOST_KINDS = 128;
export const MOST_PORTIONS = 1024;

/** How the bytes of one attendance file are read, and the different cells that it has had so far. */
export interface PlainCells {
  /** How many cells a record must have. */
  readonly columns: number;
  /** What each byte means, and what each column holds. */
  readonly meanings: Uint8Array;
  readonly roles: Uint8Array;
  readonly students: ByteTable;
  readonly days: ByteTable;
  readonly kinds: ByteTable;
  readonly portions: ByteTable;
}

/** A plain record: the numbers of the bytes of its cells, and where those of its student stand. */
export interface PlainRecord {
  student: number;
  studentFrom: number;
  studentUntil: number;
  day: number;
  kind: number;
  portion: number;
}

export const plainCells = (columns: AttendanceColumns, delimiter: string): PlainCells => ({
  columns: columns.columns,
  meanings: meaningsOf(delimiter),
  roles: rolesOf(columns),
  students: byteTable(Infinity),
  days: byteTable(MOST_DAYS),
  kinds: byteTable(MOST_KINDS),
  portions: byteTable(MOST_PORTIONS),
});

export const emptyRecord = (): PlainRecord => ({
  student: -1,
  studentFrom: 0,
  studentUntil: 0,
  day: -1,
  kind: -1,
  portion: 0,
});

/** Instead of a position: the record is not plain, or does not end in these bytes. */
export const NOT_PLAIN = -1;

/** Reads the record that begins at `from`; where the next one begins, or `NOT_PLAIN`. */
export function readPlainRecord(
  cells: PlainCells,
  record: PlainRecord,
  bytes: Uint8Array,
  from: number,
): number {
  const { meanings, roles } = cells;
  record.student = record.day = record.kind = -1;
  record.portion = 0;
  let column = 0;
  let cellFrom = from;
  let position = from;
  let hash = HASH_START;
  while (position < bytes.length) {
    const byte = bytes[position] ?? 0;
    const meaning = meanings[byte] ?? ODD;
    if (meaning === PLAIN || (meaning === SPACE && roles[column] !== STUDENT)) {
      hash = nextHash(hash, byte);
      position++;
      continue;
    }
    let next = position + 1;
    if (meaning === CARRIAGE_RETURN && bytes[next] === 0x0a) next++;
    else if (meaning !== DELIMITER && meaning !== LINE_FEED) return NOT_PLAIN;
    const role = roles[column] ?? NOT_ASKED_FOR;
    if (role !== NOT_ASKED_FOR) {
      // What is remembered of a cell must not grow with what somebody puts into it.
      if (position - cellFrom > LONGEST_ID) return NOT_PLAIN;
      readCell(cells, record, role, bytes, cellFrom, position, hash);
    }
    column++;
    if (meaning !== DELIMITER) {
      return isComplete(record) && column === cells.columns ? next : NOT_PLAIN;
    }
    cellFrom = position = next;
    hash = HASH_START;
  }
  return NOT_PLAIN;
}

function readCell(
  cells: PlainCells,
  record: PlainRecord,
  role: number,
  bytes: Uint8Array,
  from: number,
  until: number,
  hash: number,
): void {
  switch (role) {
    case STUDENT:
      record.student = from === until ? -1 : cells.students.numberOf(bytes, from, until, hash);
      record.studentFrom = from;
      record.studentUntil = until;
      return;
    case DAY:
      record.day = cells.days.numberOf(bytes, from, until, hash);
      return;
    case KIND:
      record.kind = cells.kinds.numberOf(bytes, from, until, hash);
      return;
    case PORTION:
      record.portion = cells.portions.numberOf(bytes, from, until, hash);
      return;
  }
}

const isComplete = ({ student, day, kind, portion }: PlainRecord): boolean =>
  student >= 0 && day >= 0 && kind >= 0 && portion >= 0;

function rolesOf({ columns, student, on, kind, portionAbsent }: AttendanceColumns): Uint8Array {
  const roles = new Uint8Array(columns);
  // A column of -1 is none, and a record without a student, a day or a kind is never plain.
  roles[student] = STUDENT;
  roles[on] = DAY;
  roles[kind] = KIND;
  roles[portionAbsent] = PORTION;
  return roles;
}
