import type { AttendanceBook } from "../sources/attendance/attendance-book.ts";
import { dayNumberAt, SEGMENT } from "../sources/attendance/day-columns.ts";

/** The days of students of which two or more books say something. */
export interface DaysInTwoBooks {
  /** The places of such books in the list, in order. */
  readonly books: readonly number[];
  readonly days: number;
  /** Of these, the days of which they do not say the same. */
  readonly different: number;
}

/** A book with its students and states as all books number them. */
interface NumberedBook {
  readonly book: AttendanceBook;
  readonly place: number;
  readonly students: Int32Array;
  /** By the byte of a state, from 1. */
  readonly states: Uint16Array;
  /** Its days by their day numbers. */
  readonly dayIndexes: ReadonlyMap<number, number>;
}

/** Compares books day by day: a day of which only one says anything costs nothing. */
export function daysInTwoBooks(books: readonly AttendanceBook[]): DaysInTwoBooks {
  const students = new Map<string, number>();
  const states = new Map<string, number>();
  const numbered = books.map((book, place) => numberedBook(book, place, students, states));
  const byDay = new Map<number, NumberedBook[]>();
  for (const ofFile of numbered) {
    for (const day of ofFile.dayIndexes.keys()) byDay.set(day, [...(byDay.get(day) ?? []), ofFile]);
  }
  const counted = { books: new Set<number>(), days: 0, different: 0 };
  for (const [day, speaking] of byDay) {
    if (speaking.length > 1) compareDay(speaking, day, students.size, counted);
  }
  const { days, different } = counted;
  return { books: [...counted.books].sort((a, b) => a - b), days, different };
}

function numberedBook(
  book: AttendanceBook,
  place: number,
  students: Map<string, number>,
  states: Map<string, number>,
): NumberedBook {
  const dayIndexes = new Map<number, number>();
  for (const [index, segments] of book.columns.segments.entries()) {
    if (segments.length > 0) dayIndexes.set(dayNumberAt(book.columns, index), index);
  }
  const ofStates = new Uint16Array(256);
  for (const [place, { absentMilli, excusal }] of book.states.states.entries()) {
    ofStates[place + 1] = numberIn(states, `${absentMilli} ${excusal}`) + 1;
  }
  const ofStudents = Int32Array.from([...book.students()], (id) => numberIn(students, id));
  return { book, place, students: ofStudents, states: ofStates, dayIndexes };
}

function numberIn(numbers: Map<string, number>, text: string): number {
  let number = numbers.get(text);
  if (number === undefined) numbers.set(text, (number = numbers.size));
  return number;
}

/** Counts each student once, whatever number of books say something of the day. */
function compareDay(
  speaking: readonly NumberedBook[],
  day: number,
  students: number,
  counted: { readonly books: Set<number>; days: number; different: number },
): void {
  const firstPlaces = new Int32Array(students).fill(-1);
  const firstStates = new Uint16Array(students);
  const isCounted = new Uint8Array(students);
  const isDifferent = new Uint8Array(students);
  for (const { book, place, students: numbers, states, dayIndexes } of speaking) {
    const segments = book.columns.segments[dayIndexes.get(day) ?? -1] ?? [];
    for (const [nth, segment] of segments.entries()) {
      for (let index = 0; segment !== undefined && index < SEGMENT; index++) {
        const state = states[segment[index] ?? 0] ?? 0;
        const student = numbers[nth * SEGMENT + index] ?? -1;
        if (state === 0 || student < 0) continue;
        const first = firstPlaces[student] ?? -1;
        if (first < 0) {
          firstPlaces[student] = place;
          firstStates[student] = state;
          continue;
        }
        counted.books.add(first).add(place);
        isCounted[student] = 1;
        if (firstStates[student] !== state) isDifferent[student] = 1;
      }
    }
  }
  const sum = (list: Uint8Array): number => list.reduce((a, b) => a + b, 0);
  counted.days += sum(isCounted);
  counted.different += sum(isDifferent);
}
