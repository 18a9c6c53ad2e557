import { EXCUSALS, type Absence, type Excusal } from "../../domain/calendar/attendance.ts";
import { dayFromNumber, dayNumber, type Day } from "../../domain/calendar/day.ts";
import type { StudentId } from "../../domain/ids.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../../domain/calendar/school-year.ts";
import { passedOverByStudent, type PassedOver } from "./duplicate-counts.ts";

/** What one attendance record says of a day; 0 thousandths is present. */
export interface DayState {
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

/**
 * The attendance that one file tells: one byte for each student and day of a school year, so that
 * memory grows with students and not with records. Of records that say different things of one day
 * the one that `holdsOver` the others counts, in whatever order they come.
 */
export interface AttendanceBook {
  add(student: string, on: Day, absentMilli: number, excusal: Excusal): void;
  /** The same, where the file says nothing else of the day. */
  addWhereUnmarked(student: string, on: Day, absentMilli: number, excusal: Excusal): void;
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
  /**
   * How many marks fell on a day that had one, and on how many days they disagree.
   * @param isCounted of which students; of all without it
   */
  passedOver(isCounted?: (student: string) => boolean): PassedOver;
}

/**
 * Whether one state of a day holds over another that the same source tells of it. A presence holds
 * over an absence, and of absences the shorter, then the excused one: offices correct records that
 * way, when a student came late or a note came in, and nobody is called absent where the source is
 * of two minds.
 */
export function holdsOver(one: DayState, other: DayState): boolean {
  if (one.absentMilli !== other.absentMilli) return one.absentMilli < other.absentMilli;
  return MILDNESS[one.excusal] > MILDNESS[other.excusal];
}

const MILDNESS: { readonly [excusal in Excusal]: number } = {
  excused: 2,
  unexcused: 1,
  unknown: 0,
};

const DAYS_A_YEAR = 366;
/**
 * A byte holds 255 states. Where a file tells of more, all portions are cut down to tenths of a day,
 * of which there are 11 for each excusal: so half a day is never reached by rounding.
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
  let isInTenths = false;
  const lost = passedOverByStudent();
  /** The days of a block that records contradict each other about; few blocks have any. */
  const contradicted = new Map<Uint8Array, Uint8Array>();

  const book: AttendanceBook = {
    add(student, on, absentMilli, excusal) {
      book.mark(book.studentNumber(student), book.placeOf(on), book.codeOf(absentMilli, excusal));
    },
    addWhereUnmarked(student, on, absentMilli, excusal) {
      const place = book.placeOf(on);
      const page = book.pageOf(student as StudentId, Math.floor(place / DAYS_A_YEAR));
      if ((page?.[place % DAYS_A_YEAR] ?? 0) === 0) book.add(student, on, absentMilli, excusal);
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
      const milli = isInTenths ? tenthsOf(absentMilli) : absentMilli;
      const key = `${milli} ${excusal}`;
      const known = codes.get(key);
      if (known !== undefined) return known;
      if (states.length >= EXACT_STATES && !isInTenths) {
        isInTenths = true;
        cutDown();
        return book.codeOf(absentMilli, excusal);
      }
      states.push({ absentMilli: milli, excusal });
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
      const before = block[at] ?? 0;
      if (before !== 0) {
        lost.add(studentNumber, before !== code && isFirstContradiction(block, at));
        if (before === code || !isOver(code, before)) return;
      }
      block[at] = code;
    },
    passedOver: (isCounted) => lost.sum(numbers, isCounted),
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

  function isOver(code: number, before: number): boolean {
    const one = states[code - 1];
    const other = states[before - 1];
    if (one === undefined || other === undefined) throw new Error("a code that is no state");
    return holdsOver(one, other);
  }

  function isFirstContradiction(block: Uint8Array, at: number): boolean {
    const days = contradicted.get(block) ?? new Uint8Array(block.length);
    contradicted.set(block, days);
    const isFirst = days[at] === 0;
    days[at] = 1;
    return isFirst;
  }

  /** All states told so far, cut down as those to come will be: what comes first is no more exact. */
  function cutDown(): void {
    codes.clear();
    for (const [index, { absentMilli, excusal }] of states.entries()) {
      const milli = tenthsOf(absentMilli);
      states[index] = { absentMilli: milli, excusal };
      codes.set(`${milli} ${excusal}`, index + 1);
    }
  }
}

const tenthsOf = (milli: number): number => Math.floor(milli / 100) * 100;

/**
 * One student's absences by all files, in order of the day.
 * @param generations the books that came together, later ones last: a later one wins each day of
 *   which it speaks, and within one the state that `holdsOver` the others
 */
export function absencesBy(
  generations: readonly (readonly AttendanceBook[])[],
  student: StudentId,
): readonly Absence[] {
  const books = generations.flat();
  const firsts = [...new Set(books.flatMap((book) => book.years()))].sort((a, b) => a - b);
  const absences: Absence[] = [];
  for (const first of firsts) {
    const pages = generations.map((together) =>
      together.flatMap((book) => {
        const year = book.years().indexOf(first);
        const page = year < 0 ? null : book.pageOf(student, year);
        return page === null ? [] : [{ book, page }];
      }),
    );
    for (let day = 0; day < DAYS_A_YEAR; day++) {
      const state = lastState(pages, day);
      if (state !== undefined && state.absentMilli > 0) {
        absences.push({ student, on: dayFromNumber(first + day), ...state });
      }
    }
  }
  return absences;
}

interface PageOfBook {
  readonly book: AttendanceBook;
  readonly page: Uint8Array;
}

/** What the last generation that speaks of a day says of it. */
function lastState(
  generations: readonly (readonly PageOfBook[])[],
  day: number,
): DayState | undefined {
  for (let index = generations.length - 1; index >= 0; index--) {
    let held: DayState | undefined;
    for (const { book, page } of generations[index] ?? []) {
      const code = page[day] ?? 0;
      const state = code === 0 ? undefined : book.stateOf(code);
      if (state !== undefined && (held === undefined || holdsOver(state, held))) held = state;
    }
    if (held !== undefined) return held;
  }
  return undefined;
}
