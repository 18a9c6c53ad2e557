import { EXCUSALS, type Absence, type Excusal } from "../domain/attendance.ts";
import { dayFromNumber, dayNumber, type Day } from "../domain/day.ts";
import type { StudentId } from "../domain/ids.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../domain/school-year.ts";

/** What one attendance record says of a day; 0 thousandths is present. */
export interface DayState {
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

/**
 * The attendance that one file tells: one byte a student and day of a school year, so that memory
 * grows with students and not with records. The later record of a day wins, which also makes a
 * record sent twice count once.
 */
export interface AttendanceBook {
  add(student: string, on: Day, absentMilli: number, excusal: Excusal): void;
  /** Students the file speaks of, in order of first appearance. */
  students(): Iterable<StudentId>;
  /** What the file says of one student, by day. */
  daysOf(student: StudentId): Iterable<readonly [Day, DayState]>;

  /** `add` in parts, for whoever meets the same student, day and state again and again. */
  studentNumber(student: string): number;
  /** Where a day has its byte among a student's: the days of the book's first school year come first. */
  placeOf(on: Day): number;
  /** The byte of a state, 1 to 255; 0 is a day of which the file says nothing. */
  codeOf(absentMilli: number, excusal: Excusal): number;
  mark(studentNumber: number, place: number, code: number): void;
  /** The first days of the book's school years, as day numbers, and each student's bytes of one. */
  years(): readonly number[];
  pageOf(student: StudentId, year: number): Uint8Array | null;
  stateOf(code: number): DayState | undefined;
  /** How many marks fell on a day that had one: records sent twice, and those that correct an earlier one. */
  repeats(): number;
}

const DAYS_A_YEAR = 366;
/**
 * A byte holds 255 states. After so many, portions are cut down to tenths of a day, of which there
 * are 11 for each excusal: so half a day is never reached by rounding.
 */
const EXACT_STATES = 255 - 11 * EXCUSALS.length;
/** Students share blocks of bytes: fewer and larger pieces of memory, yet a mistyped year costs one block. */
const BLOCK_BITS = 4;
const IN_BLOCK = (1 << BLOCK_BITS) - 1;

export function attendanceBook(): AttendanceBook {
  const numbers = new Map<string, number>();
  const years: number[] = [];
  const yearNumbers = new Map<SchoolYear, number>();
  const blocks: (Uint8Array | undefined)[][] = [];
  const states: DayState[] = [];
  const codes = new Map<string, number>();
  let repeats = 0;

  const book: AttendanceBook = {
    add(student, on, absentMilli, excusal) {
      book.mark(book.studentNumber(student), book.placeOf(on), book.codeOf(absentMilli, excusal));
    },
    students: () => numbers.keys() as Iterable<StudentId>,
    *daysOf(student) {
      for (const [year, first] of years.entries()) {
        const page = book.pageOf(student, year);
        for (let day = 0; page !== null && day < DAYS_A_YEAR; day++) {
          const state = book.stateOf(page[day] ?? 0);
          if (state !== undefined) yield [dayFromNumber(first + day), state];
        }
      }
    },

    studentNumber(student) {
      let number = numbers.get(student);
      if (number === undefined) numbers.set(student, (number = numbers.size));
      return number;
    },
    placeOf(on) {
      const named = schoolYearOf(on);
      let year = yearNumbers.get(named);
      if (year === undefined) {
        yearNumbers.set(named, (year = years.length));
        years.push(dayNumber(firstDayOf(named)));
        blocks.push([]);
      }
      return year * DAYS_A_YEAR + dayNumber(on) - (years[year] ?? 0);
    },
    codeOf(absentMilli, excusal) {
      const key = `${absentMilli} ${excusal}`;
      const known = codes.get(key);
      if (known !== undefined) return known;
      const tenths = Math.floor(absentMilli / 100) * 100;
      if (states.length >= EXACT_STATES && tenths !== absentMilli) {
        return book.codeOf(tenths, excusal);
      }
      states.push({ absentMilli, excusal });
      codes.set(key, states.length);
      return states.length;
    },
    mark(studentNumber, place, code) {
      const year = Math.floor(place / DAYS_A_YEAR);
      const ofYear = blocks[year];
      if (ofYear === undefined) throw new Error(`no school year ${year} in this book`);
      let block = ofYear[studentNumber >> BLOCK_BITS];
      if (block === undefined) {
        block = new Uint8Array(DAYS_A_YEAR << BLOCK_BITS);
        ofYear[studentNumber >> BLOCK_BITS] = block;
      }
      const at = (studentNumber & IN_BLOCK) * DAYS_A_YEAR + place - year * DAYS_A_YEAR;
      if (block[at] !== 0) repeats++;
      block[at] = code;
    },
    repeats: () => repeats,
    years: () => years,
    pageOf(student, year) {
      const number = numbers.get(student);
      const block = number === undefined ? undefined : blocks[year]?.[number >> BLOCK_BITS];
      if (number === undefined || block === undefined) return null;
      const begin = (number & IN_BLOCK) * DAYS_A_YEAR;
      return block.subarray(begin, begin + DAYS_A_YEAR);
    },
    stateOf: (code) => states[code - 1],
  };
  return book;
}

/** One student's absences by all files, the later file winning each day, in order of the day. */
export function absencesBy(
  books: readonly AttendanceBook[],
  student: StudentId,
): readonly Absence[] {
  const firsts = [...new Set(books.flatMap((book) => book.years()))].sort((a, b) => a - b);
  const absences: Absence[] = [];
  for (const first of firsts) {
    const pages = books.map((book) => {
      const year = book.years().indexOf(first);
      return year < 0 ? null : book.pageOf(student, year);
    });
    for (let day = 0; day < DAYS_A_YEAR; day++) {
      const state = lastState(books, pages, day);
      if (state !== undefined && state.absentMilli > 0) {
        absences.push({ student, on: dayFromNumber(first + day), ...state });
      }
    }
  }
  return absences;
}

/** What the last of the books that speak of a day says of it. */
function lastState(
  books: readonly AttendanceBook[],
  pages: readonly (Uint8Array | null)[],
  day: number,
): DayState | undefined {
  for (let index = pages.length - 1; index >= 0; index--) {
    const code = pages[index]?.[day] ?? 0;
    if (code !== 0) return books[index]?.stateOf(code);
  }
  return undefined;
}
