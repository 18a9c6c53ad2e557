import type { AttendanceBook } from "./attendance-book.ts";
import { byteOf, DAYS_IN_YEAR, SEGMENT } from "./day-columns.ts";

/** Of the days of students of which an earlier file has a record, how many there are and how many a later one lacks. */
export interface DaysGone {
  readonly before: number;
  readonly gone: number;
}

/** @param now what the later file says; null where it says nothing of any day */
export function daysGone(earlier: AttendanceBook, now: AttendanceBook | null): DaysGone {
  const numbers = numbersIn(now, earlier);
  let before = 0;
  let gone = 0;
  for (const [dayIndex, segments] of earlier.columns.segments.entries()) {
    const nowIndex = now === null ? null : indexIn(now, earlier, dayIndex);
    for (const [segment, bytes] of segments.entries()) {
      if (bytes === undefined) continue;
      // By index: a district has millions of days.
      for (let index = 0; index < bytes.length; index++) {
        if (bytes[index] === 0) continue;
        before++;
        const number = numbers[segment * SEGMENT + index] ?? NOT_THERE;
        const isThere =
          now !== null &&
          nowIndex !== null &&
          number !== NOT_THERE &&
          byteOf(now.columns, number, nowIndex) !== 0;
        if (!isThere) gone++;
      }
    }
  }
  return { before, gone };
}

const NOT_THERE = -1;

/** By the number of a student in one book the number in another; -1 of one who is not in it. */
function numbersIn(now: AttendanceBook | null, earlier: AttendanceBook): Int32Array {
  const numberOf = new Map<string, number>();
  for (const student of now?.students() ?? []) numberOf.set(student, numberOf.size);
  return Int32Array.from(earlier.students(), (student) => numberOf.get(student) ?? NOT_THERE);
}

/** The index that a day of one book has in another; null where that one has nothing of its school year. */
function indexIn(
  { columns: { years } }: AttendanceBook,
  { columns: { years: yearsBefore } }: AttendanceBook,
  dayIndex: number,
): number | null {
  const first = yearsBefore[Math.floor(dayIndex / DAYS_IN_YEAR)];
  const year = first === undefined ? -1 : years.indexOf(first);
  return year < 0 ? null : year * DAYS_IN_YEAR + (dayIndex % DAYS_IN_YEAR);
}
