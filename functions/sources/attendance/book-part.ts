import type { Excusal } from "../../domain/calendar/attendance.ts";
import { dayFromNumber } from "../../domain/calendar/day.ts";
import { attendanceBook, type AttendanceBook } from "./attendance-book.ts";
import { SEGMENT, segmentFor } from "./day-columns.ts";
import { dayStates } from "./day-states.ts";

/** What a book's bytes mean: its states, students and days in order, and which segments of each day follow. */
interface BookPart {
  readonly states: readonly (readonly [absentMilli: number, excusal: Excusal])[];
  readonly isInTenths: boolean;
  readonly students: readonly string[];
  /** The first day of each school year, as a day number. */
  readonly years: readonly number[];
  readonly days: readonly { readonly index: number; readonly segments: readonly number[] }[];
}

/**
 * A book at rest: the length of a JSON document, the document, then day by day the bytes of the
 * segments of students, of which the last is as long as there are students.
 */
export function partOfBook(book: AttendanceBook): Uint8Array {
  const pieces: Uint8Array[] = [];
  const json = new TextEncoder().encode(JSON.stringify(describedBook(book, pieces)));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = new Uint8Array(4 + json.length + length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  let offset = 4 + json.length;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

function describedBook(book: AttendanceBook, pieces: Uint8Array[]): BookPart {
  const students = [...book.students()];
  const { columns, states } = book;
  const days: { index: number; segments: number[] }[] = [];
  for (const [index, ofDay] of columns.segments.entries()) {
    const segments: number[] = [];
    for (const [number, segment] of ofDay.entries()) {
      if (segment === undefined) continue;
      segments.push(number);
      pieces.push(segment.subarray(0, bytesIn(students.length, number)));
    }
    if (segments.length > 0) days.push({ index, segments });
  }
  return {
    states: states.states.map(({ absentMilli, excusal }) => [absentMilli, excusal]),
    isInTenths: states.isInTenths,
    students,
    years: columns.years,
    days,
  };
}

/** How many students a segment has. */
const bytesIn = (students: number, segment: number): number =>
  Math.min(SEGMENT, students - segment * SEGMENT);

/**
 * The book of which `partOfBook` made these bytes.
 * @throws Error when they are cut short
 */
export function bookFromPart(bytes: Uint8Array): AttendanceBook {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const json = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const { states, isInTenths, students, years, days } = JSON.parse(json) as BookPart;
  const book = attendanceBook(
    dayStates(
      states.map(([absentMilli, excusal]) => ({ absentMilli, excusal })),
      isInTenths,
    ),
  );
  for (const student of students) book.studentNumber(student);
  for (const first of years) book.dayIndexOf(dayFromNumber(first));
  const segmentBytes = bytes.slice(4 + length);
  let offset = 0;
  for (const { index, segments } of days) {
    for (const segment of segments) {
      const until = offset + bytesIn(students.length, segment);
      if (until > segmentBytes.length) {
        throw new Error("the bytes of an attendance book are cut short");
      }
      putSegment(book, index, segment, segmentBytes.subarray(offset, until));
      offset = until;
    }
  }
  return book;
}

/** A whole segment stays where it is; the last gets room for students to come. */
function putSegment(
  { columns }: AttendanceBook,
  dayIndex: number,
  segment: number,
  bytes: Uint8Array,
): void {
  const ofDay = columns.segments[dayIndex];
  if (ofDay !== undefined && bytes.length === SEGMENT) ofDay[segment] = bytes;
  else segmentFor(columns, segment, dayIndex).set(bytes);
}
