import type { AttendanceBook } from "./attendance-book.ts";
import { byteOf, DAYS_IN_YEAR, SEGMENT } from "./day-columns.ts";

/** Of the days of students of which an earlier file has a record, how many there are and how many a later one lacks. */
export interface DaysGone {
  readonly before: number;
  readonly gone: number;
}

/** @param now what the later file says; null where it says nothing of any day */
export function daysGone(earlier: AttendanceBook, now: AttendanceBook | null): DaysGone {
  const nowNumbers = new Map(
    [...(now?.students() ?? [])].map((student, number) => [student, number]),
  );
  const numbers = [...earlier.students()].map((student) => nowNumbers.get(student) ?? null);
  let before = 0;
  let gone = 0;
  for (const [dayIndex, segments] of earlier.columns.segments.entries()) {
    const nowIndex = now === null ? null : indexIn(now, earlier, dayIndex);
    for (const [segment, bytes] of segments.entries()) {
      for (const [index, byte] of bytes?.entries() ?? []) {
        if (byte === 0) continue;
        before++;
        const number = numbers[segment * SEGMENT + index] ?? null;
        const isThere =
          now !== null &&
          nowIndex !== null &&
          number !== null &&
          byteOf(now.columns, number, nowIndex) !== 0;
        if (!isThere) gone++;
      }
    }
  }
  return { before, gone };
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
