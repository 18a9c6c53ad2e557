import type { Excusal } from "../../domain/calendar/attendance.ts";
import { dayFromNumber } from "../../domain/calendar/day.ts";
import { attendanceBook, type AttendanceBook } from "./attendance-book.ts";
import { SEGMENT, segmentFor } from "./day-columns.ts";
import { dayStates } from "./day-states.ts";

/**
 * What a book's bytes mean: its states, students and days in order, which segments of each day follow,
 * and of which of them follows where records contradict each other.
 */
interface BookPart {
  readonly states: readonly (readonly [absentMilli: number, excusal: Excusal])[];
  readonly isInTenths: boolean;
  readonly students: readonly string[];
  /** The first day of each school year, as a day number. */
  readonly years: readonly number[];
  readonly days: readonly DayPart[];
  /** By the number of a student who has any. */
  readonly duplicates: readonly (readonly [
    student: number,
    repeated: number,
    contradicted: number,
  ])[];
}

interface DayPart {
  readonly index: number;
  readonly segments: readonly number[];
  /** Those of its segments in which records contradict each other. */
  readonly contradicted: readonly number[];
}

/**
 * A book at rest: the length of a JSON document, the document, then day by day the bytes of the
 * segments of students, of which the last is as long as there are students, each followed, where
 * records contradict each other, by a bit for each student.
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
  const { columns, states, repeats } = book;
  const days: DayPart[] = [];
  for (const [index, ofDay] of columns.segments.entries()) {
    const segments: number[] = [];
    const contradicted: number[] = [];
    for (const [number, segment] of ofDay.entries()) {
      if (segment === undefined) continue;
      const length = bytesIn(students.length, number);
      segments.push(number);
      pieces.push(segment.subarray(0, length));
      const isContradicted = repeats.contradicted.get(segment);
      if (isContradicted === undefined) continue;
      contradicted.push(number);
      pieces.push(toBits(isContradicted.subarray(0, length)));
    }
    if (segments.length > 0) days.push({ index, segments, contradicted });
  }
  return {
    states: states.states.map(({ absentMilli, excusal }) => [absentMilli, excusal]),
    isInTenths: states.isInTenths,
    students,
    years: columns.years,
    days,
    duplicates: [...repeats.duplicates.counts].map(
      ([student, { repeated, contradicted }]) => [student, repeated, contradicted] as const,
    ),
  };
}

/** A bit for each byte that is not 0, the first in the lowest. */
function toBits(bytes: Uint8Array): Uint8Array {
  const bits = new Uint8Array(bitBytes(bytes.length));
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bits;
}

/** How many bytes so many bits have. */
const bitBytes = (bits: number): number => (bits + 7) >> 3;

function fromBits(bits: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(SEGMENT);
  for (let index = 0; index < 8 * bits.length; index++) {
    bytes[index] = ((bits[index >> 3] ?? 0) >> (index & 7)) & 1;
  }
  return bytes;
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
  const part = JSON.parse(json) as BookPart;
  const { states, isInTenths, students, years, duplicates } = part;
  const book = attendanceBook(
    dayStates(
      states.map(([absentMilli, excusal]) => ({ absentMilli, excusal })),
      isInTenths,
    ),
  );
  for (const student of students) book.studentNumber(student);
  for (const first of years) book.dayIndexOf(dayFromNumber(first));
  for (const [student, repeated, contradicted] of duplicates) {
    book.repeats.duplicates.put(student, { repeated, contradicted });
  }
  // A copy: whole segments stay in it.
  takeSegments(book, part, bytes.slice(4 + length));
  return book;
}

function takeSegments(book: AttendanceBook, { students, days }: BookPart, bytes: Uint8Array): void {
  let offset = 0;
  const taken = (length: number): Uint8Array => {
    if (offset + length > bytes.length) {
      throw new Error("the bytes of an attendance book are cut short");
    }
    return bytes.subarray(offset, (offset += length));
  };
  for (const { index, segments, contradicted } of days) {
    const isContradicted = new Set(contradicted);
    for (const number of segments) {
      const length = bytesIn(students.length, number);
      const segment = putSegment(book, index, number, taken(length));
      if (!isContradicted.has(number)) continue;
      book.repeats.contradicted.set(segment, fromBits(taken(bitBytes(length))));
    }
  }
}

/** A whole segment stays where it is; the last gets room for students to come. */
function putSegment(
  { columns }: AttendanceBook,
  dayIndex: number,
  segment: number,
  bytes: Uint8Array,
): Uint8Array {
  const ofDay = columns.segments[dayIndex];
  if (ofDay !== undefined && bytes.length === SEGMENT) return (ofDay[segment] = bytes);
  const withRoom = segmentFor(columns, segment, dayIndex);
  withRoom.set(bytes);
  return withRoom;
}
