import type { AttendanceBook } from "./attendance-book.ts";
import { byteTable, HASH_START, nextHash } from "./byte-table.ts";
import type { AttendanceRecord } from "./attendance-rows.ts";
import { LONGEST_ID } from "../values/identifier-fault.ts";
import { placesOf } from "../csv/header.ts";
import { nullTokensOf } from "../values/null-tokens.ts";
import type { FileKind } from "../profiles/profiles.ts";

/** Where an attendance file has its fields; `columns` is how many cells a record must have. */
export interface AttendanceColumns {
  readonly columns: number;
  readonly student: number;
  readonly on: number;
  readonly kind: number;
  /** -1 where the file has none. */
  readonly portionAbsent: number;
  /** Texts that name no student. */
  readonly nullTokens: ReadonlySet<string>;
}

/** What could be a number that a spreadsheet has shortened, and is no plain name of a student. */
const MANGLED = /E\+/i;

/**
 * Reads attendance records straight from bytes into a book, as long as they are plain: printable
 * ASCII without quotation marks, every cell there, and a day and words that it has learnt. It knows
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
  readonly at: number;
  readonly records: number;
}

/** What a byte means. Odd are quotation marks, control characters, backslashes and all but ASCII. */
const PLAIN = 0;
const SPACE = 1;
const DELIMITER = 2;
const LINE_FEED = 3;
const CARRIAGE_RETURN = 4;
const ODD = 5;

/** What a column holds; 0 is nothing that is asked for. */
const STUDENT = 1;
const DAY = 2;
const KIND = 3;
const PORTION = 4;

/** How many different ones are remembered; a file that has more of them is read as text from there on. */
const MAXIMUM = { days: 2000, kinds: 128, portions: 1024 } as const;

const FIELDS = new Set(["student", "on", "kind", "portionAbsent"]);

/** Where a file has the fields of attendance; null where that is not plain to see. */
export function attendanceColumns(
  { profile, rules }: FileKind,
  header: readonly string[],
): AttendanceColumns | null {
  const [read, another] = profile.reads;
  if (read === undefined || another !== undefined || read.table !== "attendance") return null;
  const { keep, forEach, attendance, columns } = read;
  const isPlain =
    (keep ?? forEach ?? attendance ?? profile.skipWhere ?? profile.status) === undefined &&
    rules.escape !== "backslash" &&
    columns.every(
      ({ to, from, extract }) =>
        FIELDS.has(to) &&
        from !== undefined &&
        // What a day and words come to is learnt from the text; a student's bytes are the student.
        (to !== "student" || extract === undefined),
    );
  if (!isPlain) return null;
  const places = new Map(columns.map(({ to, from }) => [to, placesOf(from ?? [], header)]));
  if ([...places.values()].some((found) => found.length > 1)) return null;
  const placeOf = (field: string): number => places.get(field)?.[0] ?? -1;
  return {
    columns: header.length,
    student: placeOf("student"),
    on: placeOf("on"),
    kind: placeOf("kind"),
    portionAbsent: placeOf("portionAbsent"),
    nullTokens: nullTokensOf(rules),
  };
}

export function attendanceScanner(
  columns: AttendanceColumns,
  delimiter: string,
  book: AttendanceBook,
  onRecord: ((student: string, record: number) => void) | null,
): AttendanceScanner {
  const meanings = meaningsOf(delimiter);
  const roles = rolesOf(columns);
  const students = byteTable(Infinity);
  const days = byteTable(MAXIMUM.days);
  const kinds = byteTable(MAXIMUM.kinds);
  const portions = byteTable(MAXIMUM.portions);
  /** By the number of its bytes: a student's number in the book and name, where a day lies, the code of two words. */
  const studentNumbers: number[] = [];
  const names: string[] = [];
  const dayPlaces = new Int32Array(MAXIMUM.days).fill(-1);
  const codes = new Uint8Array(MAXIMUM.kinds * MAXIMUM.portions);
  let stoppedAt: { readonly day: number; readonly words: number } | null = null;

  return {
    scan(bytes, from, recordsBefore) {
      stoppedAt = null;
      let record = from;
      let records = 0;
      for (;;) {
        let student = -1;
        let studentFrom = 0;
        let studentUntil = 0;
        let day = -1;
        let kind = -1;
        let portion = 0;
        let column = 0;
        let cell = record;
        let place = record;
        let hash = HASH_START;
        let isWhole = false;
        while (!isWhole) {
          if (place >= bytes.length) return { at: record, records };
          const byte = bytes[place] ?? 0;
          const meaning = meanings[byte] ?? ODD;
          if (meaning === PLAIN || (meaning === SPACE && roles[column] !== STUDENT)) {
            hash = nextHash(hash, byte);
            place++;
            continue;
          }
          let next = place + 1;
          if (meaning === CARRIAGE_RETURN && bytes[next] === 0x0a) next++;
          else if (meaning !== DELIMITER && meaning !== LINE_FEED) return { at: record, records };
          isWhole = meaning !== DELIMITER;
          const role = roles[column] ?? 0;
          // What is remembered of a cell must not grow with what somebody puts into it.
          if (role !== 0 && place - cell > LONGEST_ID) return { at: record, records };
          switch (role) {
            case STUDENT:
              student = cell === place ? -1 : students.numberOf(bytes, cell, place, hash);
              studentFrom = cell;
              studentUntil = place;
              break;
            case DAY:
              day = days.numberOf(bytes, cell, place, hash);
              break;
            case KIND:
              kind = kinds.numberOf(bytes, cell, place, hash);
              break;
            case PORTION:
              portion = portions.numberOf(bytes, cell, place, hash);
              break;
          }
          column++;
          cell = place = next;
          hash = HASH_START;
        }
        if (column !== columns.columns || student < 0 || day < 0 || kind < 0 || portion < 0) {
          return { at: record, records };
        }
        const words = kind * MAXIMUM.portions + portion;
        const code = codes[words] ?? 0;
        const dayPlace = dayPlaces[day] ?? -1;
        if (code === 0 || dayPlace < 0) {
          stoppedAt = { day, words };
          return { at: record, records };
        }
        let number = studentNumbers[student];
        if (number === undefined) {
          const name = String.fromCharCode(...bytes.subarray(studentFrom, studentUntil));
          if (
            columns.nullTokens.has(name.toLowerCase()) ||
            MANGLED.test(name) ||
            name.startsWith("'")
          ) {
            return { at: record, records };
          }
          number = book.studentNumber(name);
          studentNumbers[student] = number;
          names[student] = name;
        }
        book.mark(number, dayPlace, code);
        records++;
        onRecord?.(names[student] ?? "", recordsBefore + records);
        record = place;
      }
    },
    learn(row) {
      if (stoppedAt !== null && row !== null) {
        dayPlaces[stoppedAt.day] = book.placeOf(row.on);
        codes[stoppedAt.words] = book.codeOf(row.absentMilli, row.excusal);
      }
      stoppedAt = null;
    },
  };
}

function meaningsOf(delimiter: string): Uint8Array {
  const meanings = new Uint8Array(256).fill(ODD);
  meanings.fill(PLAIN, 0x21, 0x7f);
  meanings[0x20] = SPACE;
  meanings[0x22] = ODD;
  meanings[0x5c] = ODD;
  meanings[0x0a] = LINE_FEED;
  meanings[0x0d] = CARRIAGE_RETURN;
  meanings[delimiter.charCodeAt(0)] = DELIMITER;
  return meanings;
}

function rolesOf({ columns, student, on, kind, portionAbsent }: AttendanceColumns): Uint8Array {
  const roles = new Uint8Array(columns);
  // A place of -1 is none, and a record without a student, a day or a kind is never plain.
  roles[student] = STUDENT;
  roles[on] = DAY;
  roles[kind] = KIND;
  roles[portionAbsent] = PORTION;
  return roles;
}
