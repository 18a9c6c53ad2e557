import type { Excusal } from "../../domain/calendar/attendance.ts";
import { dayFromNumber, type Day } from "../../domain/calendar/day.ts";
import type { StudentId } from "../../domain/ids.ts";
import {
  byteOf,
  dayIndexOf,
  dayNumberAt,
  indexInSegment,
  noDayColumns,
  segmentFor,
  segmentOf,
  type DayColumns,
} from "./day-columns.ts";
import {
  codeHoldsOver,
  codeOfState,
  isSameState,
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
  /** Students the file speaks of, in order of first appearance: the first has the number 0. */
  students(): Iterable<StudentId>;
  /** What the file says of one student, by day. */
  daysOf(student: StudentId): Iterable<readonly [Day, DayState]>;

  /** `add` in parts, for whoever meets the same student, day and state again and again. */
  studentNumber(student: string): number;
  /** The index of a day among the days of the book: those of its first school year come first. */
  dayIndexOf(on: Day): number;
  /** The byte of a state, 1 to 255; 0 is a day of which the file says nothing. */
  codeOf(absentMilli: number, excusal: Excusal): number;
  mark(studentNumber: number, dayIndex: number, code: number): void;
  /** `mark`, of the first `count` of three lists side by side. */
  markAll(marks: DayMarks, count: number): void;
  stateOf(code: number): DayState | undefined;
  /** The bytes by day and student: what is made of a whole book goes through them. */
  readonly columns: DayColumns;
  readonly states: DayStates;
  readonly repeats: DayRepeats;
  /**
   * How many marks fell on a day that had one, and on how many days they disagree.
   * @param isCounted of which students; of all without it
   */
  duplicates(isCounted?: (student: string) => boolean): DuplicateCounts;
}

/** Marks of days, side by side: the number of a student, the index of a day, the byte of a state. */
export interface DayMarks {
  readonly students: Int32Array;
  readonly dayIndexes: Int32Array;
  readonly codes: Uint8Array;
}

/** What is known of the days that have more than one record. */
export interface DayRepeats {
  readonly duplicates: ReturnType<typeof duplicatesByStudent>;
  /** By segment, 1 where records contradict each other, for the segments that have any; few do. */
  readonly contradicted: Map<Uint8Array, Uint8Array>;
}

/** What a book holds. */
interface BookContent {
  /** By their identifiers, in order of first appearance. */
  readonly studentNumbers: Map<string, number>;
  readonly columns: DayColumns;
  readonly states: DayStates;
  readonly repeats: DayRepeats;
}

/** A book without a record. @param states those that it numbers as another did */
export function attendanceBook(states: DayStates = noDayStates()): AttendanceBook {
  const content: BookContent = {
    studentNumbers: new Map(),
    columns: noDayColumns(),
    states,
    repeats: { duplicates: duplicatesByStudent(), contradicted: new Map() },
  };
  const { studentNumbers, columns, repeats } = content;
  const add = (student: string, on: Day, absentMilli: number, excusal: Excusal): void =>
    markDay(
      content,
      studentNumber(content, student),
      dayIndexOf(columns, on),
      codeOfState(states, absentMilli, excusal),
    );
  return {
    add,
    addWhereUnmarked(student, on, absentMilli, excusal) {
      const number = studentNumber(content, student);
      if (byteOf(columns, number, dayIndexOf(columns, on)) === 0) {
        add(student, on, absentMilli, excusal);
      }
    },
    students: () => studentNumbers.keys() as Iterable<StudentId>,
    daysOf: (student) => daysOf(content, student),
    studentNumber: (student) => studentNumber(content, student),
    dayIndexOf: (on) => dayIndexOf(columns, on),
    codeOf: (absentMilli, excusal) => codeOfState(states, absentMilli, excusal),
    mark: (student, dayIndex, code) => markDay(content, student, dayIndex, code),
    markAll: (marks, count) => markAll(content, marks, count),
    duplicates: (isCounted) => repeats.duplicates.sum(studentNumbers, isCounted),
    stateOf: (code) => states.states[code - 1],
    columns,
    states,
    repeats,
  };
}

function studentNumber({ studentNumbers }: BookContent, student: string): number {
  let number = studentNumbers.get(student);
  if (number === undefined) studentNumbers.set(student, (number = studentNumbers.size));
  return number;
}

function markAll(
  content: BookContent,
  { students, dayIndexes, codes }: DayMarks,
  count: number,
): void {
  for (let mark = 0; mark < count; mark++) {
    markDay(content, students[mark] ?? 0, dayIndexes[mark] ?? 0, codes[mark] ?? 0);
  }
}

function markDay(content: BookContent, student: number, dayIndex: number, code: number): void {
  const segment = segmentFor(content.columns, segmentOf(student), dayIndex);
  const index = indexInSegment(student);
  if (segment[index] === 0) segment[index] = code;
  else markAgain(content, segment, student, code);
}

/** Keeps the state of a student's day that has another, or the milder of the two. */
function markAgain(content: BookContent, segment: Uint8Array, student: number, code: number): void {
  const index = indexInSegment(student);
  const codeBefore = segment[index] ?? 0;
  const isSame = isSameState(content.states, code, codeBefore);
  const isContradiction = !isSame && isFirstContradiction(content, segment, index);
  content.repeats.duplicates.add(student, isContradiction);
  if (isSame || !codeHoldsOver(content.states, code, codeBefore)) return;
  segment[index] = code;
}

function isFirstContradiction(
  { repeats: { contradicted } }: BookContent,
  segment: Uint8Array,
  index: number,
): boolean {
  const days = contradicted.get(segment) ?? new Uint8Array(segment.length);
  contradicted.set(segment, days);
  const isFirst = days[index] === 0;
  days[index] = 1;
  return isFirst;
}

function* daysOf(
  { studentNumbers, columns, states }: BookContent,
  student: string,
): Iterable<readonly [Day, DayState]> {
  const number = studentNumbers.get(student);
  for (let day = 0; number !== undefined && day < columns.segments.length; day++) {
    const state = states.states[byteOf(columns, number, day) - 1];
    if (state !== undefined) yield [dayFromNumber(dayNumberAt(columns, day)), state];
  }
}
