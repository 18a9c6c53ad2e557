import type { StudentId } from "../../domain/ids.ts";
import type { AttendanceBook } from "./attendance-book.ts";
import { gatheredAbsences, type OnAbsence } from "./gathered-absences.ts";
import { dayNumberAt, SEGMENT } from "./day-columns.ts";
import { holdsOver, type DayState } from "./day-states.ts";

/**
 * The absences of a district by all files, student by student and in order of the day, in columns:
 * no absence is an object.
 */
export interface AbsencesByStudent {
  /** The numbers of the students of whom the files say anything. */
  readonly students: ReadonlyMap<string, number>;
  /** By the number of a student, where the student's absences begin; those of the next end them. */
  readonly starts: Int32Array;
  /** Of each absence the day number, and the number of its state. */
  readonly days: Int32Array;
  readonly states: Uint16Array;
  /** The states by their numbers; the first is no state. */
  readonly stateOf: readonly DayState[];
}

/**
 * Gathers the absences of books, day by day.
 * @param generations the books that came together, later ones last: a later one wins each day of
 *   which it speaks, and within one the state that `holdsOver` the others
 */
export function absencesByStudent(
  generations: readonly (readonly AttendanceBook[])[],
): AbsencesByStudent {
  const merging = mergedBooks(generations);
  const { students, stateOf } = merging;
  const { length, ...of } = gatheredAbsences((onAbsence) => eachAbsence(merging, onAbsence));
  const starts = new Int32Array(students.size + 1);
  for (let absence = 0; absence < length; absence++) {
    const next = (of.students[absence] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let student = 0; student < students.size; student++) {
    starts[student + 1] = (starts[student + 1] ?? 0) + (starts[student] ?? 0);
  }
  const ends = starts.slice();
  const days = new Int32Array(length);
  const states = new Uint16Array(length);
  for (let absence = 0; absence < length; absence++) {
    const student = of.students[absence] ?? 0;
    const place = ends[student] ?? 0;
    days[place] = of.days[absence] ?? 0;
    states[place] = of.states[absence] ?? 0;
    ends[student] = place + 1;
  }
  return { students, starts, days, states, stateOf };
}

/** A book among the others: what its numbers are in theirs. */
interface MergedBook {
  readonly book: AttendanceBook;
  readonly students: Int32Array;
  /** By the byte of a state. */
  readonly states: Uint16Array;
  /** Its days by their day numbers. */
  readonly dayIndexes: ReadonlyMap<number, number>;
}

interface MergedBooks {
  readonly generations: readonly (readonly MergedBook[])[];
  readonly students: ReadonlyMap<string, number>;
  readonly stateOf: readonly DayState[];
  /** The day numbers of which any book says anything, in order. */
  readonly days: readonly number[];
}

const NO_STATE: DayState = { absentMilli: 0, excusal: "unknown" };

function mergedBooks(generations: readonly (readonly AttendanceBook[])[]): MergedBooks {
  const students = new Map<string, number>();
  const stateOf: DayState[] = [NO_STATE];
  const merged = generations.map((books) =>
    books.map((book): MergedBook => {
      const dayIndexes = new Map<number, number>();
      for (const [dayIndex, segments] of book.columns.segments.entries()) {
        if (segments.length > 0) dayIndexes.set(dayNumberAt(book.columns, dayIndex), dayIndex);
      }
      return {
        book,
        students: numbersIn(students, book),
        states: statesIn(stateOf, book),
        dayIndexes,
      };
    }),
  );
  const days = new Set(merged.flat().flatMap(({ dayIndexes }) => [...dayIndexes.keys()]));
  return { generations: merged, students, stateOf, days: [...days].sort((a, b) => a - b) };
}

function numbersIn(students: Map<string, number>, book: AttendanceBook): Int32Array {
  const numbers: number[] = [];
  for (const student of book.students()) {
    let number = students.get(student);
    if (number === undefined) students.set(student, (number = students.size));
    numbers.push(number);
  }
  return Int32Array.from(numbers);
}

function statesIn(stateOf: DayState[], book: AttendanceBook): Uint16Array {
  const numbers = new Uint16Array(256);
  for (let code = 1; code < numbers.length; code++) {
    const state = book.stateOf(code);
    if (state !== undefined) numbers[code] = numberOfState(stateOf, state);
  }
  return numbers;
}

function numberOfState(stateOf: DayState[], { absentMilli, excusal }: DayState): number {
  // The first is no state, though it looks like a presence.
  for (let number = 1; number < stateOf.length; number++) {
    const other = stateOf[number];
    if (other?.absentMilli === absentMilli && other.excusal === excusal) return number;
  }
  return stateOf.push({ absentMilli, excusal }) - 1;
}

/** Calls with each absence, day by day; the order of the students of a day is any. */
function eachAbsence({ generations, students, stateOf, days }: MergedBooks, on: OnAbsence): void {
  const isAbsence = Uint8Array.from(stateOf, ({ absentMilli }) => (absentMilli > 0 ? 1 : 0));
  const scratch = { ofDay: new Uint16Array(students.size), later: new Uint16Array(students.size) };
  for (const day of days) {
    const speaking = generations
      .map((books) => books.filter(({ dayIndexes }) => dayIndexes.has(day)))
      .filter((books) => books.length > 0);
    const [only, another] = speaking.flat();
    if (only !== undefined && another === undefined) {
      eachAbsenceIn(only, day, isAbsence, on);
      continue;
    }
    mergeDays(speaking, day, stateOf, scratch);
    for (let student = 0; student < students.size; student++) {
      const state = scratch.ofDay[student] ?? 0;
      if (isAbsence[state] === 1) on(student, day, state);
    }
  }
}

/** The absences of a day of which one book alone says anything. */
function eachAbsenceIn(
  { book, students, states, dayIndexes }: MergedBook,
  day: number,
  isAbsence: Uint8Array,
  on: OnAbsence,
): void {
  const isAbsenceByCode = Uint8Array.from(states, (state) => isAbsence[state] ?? 0);
  const segments = book.columns.segments[dayIndexes.get(day) ?? -1] ?? [];
  for (const [number, segment] of segments.entries()) {
    if (segment === undefined) continue;
    const first = number * SEGMENT;
    for (let index = 0; index < SEGMENT; index++) {
      const code = segment[index] ?? 0;
      if (isAbsenceByCode[code] === 1) on(students[first + index] ?? 0, day, states[code] ?? 0);
    }
  }
}

/** What the books say of a day together, by student: the last generation that speaks of one wins. */
function mergeDays(
  generations: readonly (readonly MergedBook[])[],
  day: number,
  stateOf: readonly DayState[],
  { ofDay, later }: { readonly ofDay: Uint16Array; readonly later: Uint16Array },
): void {
  ofDay.fill(0);
  for (const books of generations) {
    later.fill(0);
    for (const merged of books) mergeDay(merged, day, stateOf, later);
    for (let student = 0; student < later.length; student++) {
      const state = later[student] ?? 0;
      if (state !== 0) ofDay[student] = state;
    }
  }
}

/** Enters what one book says of a day, where no milder state is entered. */
function mergeDay(
  { book, students, states: numbers, dayIndexes }: MergedBook,
  day: number,
  stateOf: readonly DayState[],
  states: Uint16Array,
): void {
  const segments = book.columns.segments[dayIndexes.get(day) ?? -1] ?? [];
  for (const [number, segment] of segments.entries()) {
    if (segment === undefined) continue;
    const first = number * SEGMENT;
    const count = Math.min(SEGMENT, students.length - first);
    for (let index = 0; index < count; index++) {
      const code = segment[index] ?? 0;
      if (code === 0) continue;
      const state = numbers[code] ?? 0;
      const student = students[first + index] ?? 0;
      const before = states[student] ?? 0;
      if (before === 0 || (before !== state && holds(stateOf, state, before))) {
        states[student] = state;
      }
    }
  }
}

const holds = (stateOf: readonly DayState[], state: number, other: number): boolean =>
  holdsOver(stateOf[state] ?? NO_STATE, stateOf[other] ?? NO_STATE);

/** Where the absences of a student begin and end; the same twice for one of whom no file speaks. */
export function rangeOf(
  { students, starts }: AbsencesByStudent,
  student: StudentId,
): readonly [from: number, until: number] {
  const number = students.get(student);
  return number === undefined ? [0, 0] : [starts[number] ?? 0, starts[number + 1] ?? 0];
}
