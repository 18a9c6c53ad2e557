import type { Absence, Excusal } from "../../domain/calendar/attendance.ts";
import { dayFromNumber, type Day } from "../../domain/calendar/day.ts";
import type { StudentId } from "../../domain/ids.ts";
import {
  blockFor,
  DAYS_IN_PAGE,
  indexInBlock,
  noDayPages,
  pageFor,
  dayIndexOf,
  type DayPages,
} from "./day-pages.ts";
import {
  codeHoldsOver,
  codeOfState,
  holdsOver,
  noDayStates,
  type DayState,
  type DayStates,
} from "./day-states.ts";
import { duplicatesByStudent, type DuplicateCounts } from "./duplicate-counts.ts";

/**
 * The attendance of one file: one byte for each student and day of a school year, so that memory
 * grows with students and not with records. Of records that say different things of one day
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
  /** The number of a day's byte among a student's: the days of the book's first school year come first. */
  dayIndexOf(on: Day): number;
  /** The byte of a state, 1 to 255; 0 is a day of which the file says nothing. */
  codeOf(absentMilli: number, excusal: Excusal): number;
  mark(studentNumber: number, dayIndex: number, code: number): void;
  /** The first days of the book's school years, as day numbers, and each student's bytes of one. */
  years(): readonly number[];
  pageOf(student: StudentId, year: number): Uint8Array | null;
  stateOf(code: number): DayState | undefined;
  /**
   * How many marks fell on a day that had one, and on how many days they disagree.
   * @param isCounted of which students; of all without it
   */
  duplicates(isCounted?: (student: string) => boolean): DuplicateCounts;
}

/** What a book holds. */
interface BookContent {
  /** By their identifiers, in order of first appearance. */
  readonly studentNumbers: Map<string, number>;
  readonly pages: DayPages;
  readonly states: DayStates;
  readonly duplicates: ReturnType<typeof duplicatesByStudent>;
  /** The days of a block that records contradict each other about; few blocks have any. */
  readonly contradicted: Map<Uint8Array, Uint8Array>;
}

export function attendanceBook(): AttendanceBook {
  const content: BookContent = {
    studentNumbers: new Map(),
    pages: noDayPages(),
    states: noDayStates(),
    duplicates: duplicatesByStudent(),
    contradicted: new Map(),
  };
  const { studentNumbers, pages, states, duplicates } = content;
  const add = (student: string, on: Day, absentMilli: number, excusal: Excusal): void =>
    markDay(
      content,
      studentNumber(content, student),
      dayIndexOf(pages, on),
      codeOfState(states, absentMilli, excusal),
    );
  return {
    add,
    addWhereUnmarked(student, on, absentMilli, excusal) {
      if (!isMarked(content, student, on)) add(student, on, absentMilli, excusal);
    },
    students: () => studentNumbers.keys() as Iterable<StudentId>,
    daysOf: (student) => daysOf(content, student),
    studentNumber: (student) => studentNumber(content, student),
    dayIndexOf: (on) => dayIndexOf(pages, on),
    codeOf: (absentMilli, excusal) => codeOfState(states, absentMilli, excusal),
    mark: (student, dayIndex, code) => markDay(content, student, dayIndex, code),
    duplicates: (isCounted) => duplicates.sum(studentNumbers, isCounted),
    years: () => pages.years,
    pageOf: (student, year) => pageOf(content, student, year),
    stateOf: (code) => states.states[code - 1],
  };
}

function studentNumber({ studentNumbers }: BookContent, student: string): number {
  let number = studentNumbers.get(student);
  if (number === undefined) studentNumbers.set(student, (number = studentNumbers.size));
  return number;
}

/** Keeps the state of a student's day, or the milder one where the day has another. */
function markDay(content: BookContent, student: number, dayIndex: number, code: number): void {
  const block = blockFor(content.pages, student, dayIndex);
  const index = indexInBlock(student, dayIndex);
  const codeBefore = block[index] ?? 0;
  if (codeBefore !== 0) {
    const isContradiction = codeBefore !== code && isFirstContradiction(content, block, index);
    content.duplicates.add(student, isContradiction);
    if (codeBefore === code || !codeHoldsOver(content.states, code, codeBefore)) return;
  }
  block[index] = code;
}

function isFirstContradiction(
  { contradicted }: BookContent,
  block: Uint8Array,
  index: number,
): boolean {
  const days = contradicted.get(block) ?? new Uint8Array(block.length);
  contradicted.set(block, days);
  const isFirst = days[index] === 0;
  days[index] = 1;
  return isFirst;
}

function pageOf(
  { studentNumbers, pages }: BookContent,
  student: string,
  year: number,
): Uint8Array | null {
  const number = studentNumbers.get(student);
  return number === undefined ? null : pageFor(pages, number, year);
}

function isMarked(content: BookContent, student: string, on: Day): boolean {
  const dayIndex = dayIndexOf(content.pages, on);
  const page = pageOf(content, student, Math.floor(dayIndex / DAYS_IN_PAGE));
  return (page?.[dayIndex % DAYS_IN_PAGE] ?? 0) !== 0;
}

function* daysOf(content: BookContent, student: string): Iterable<readonly [Day, DayState]> {
  for (const [year, first] of content.pages.years.entries()) {
    const page = pageOf(content, student, year);
    for (let day = 0; page !== null && day < DAYS_IN_PAGE; day++) {
      const state = content.states.states[(page[day] ?? 0) - 1];
      if (state !== undefined) yield [dayFromNumber(first + day), state];
    }
  }
}

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
    for (let day = 0; day < DAYS_IN_PAGE; day++) {
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
    let mildest: DayState | undefined;
    for (const { book, page } of generations[index] ?? []) {
      const code = page[day] ?? 0;
      const state = code === 0 ? undefined : book.stateOf(code);
      if (state !== undefined && (mildest === undefined || holdsOver(state, mildest))) {
        mildest = state;
      }
    }
    if (mildest !== undefined) return mildest;
  }
  return undefined;
}
