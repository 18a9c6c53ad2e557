import { dayNumber, type Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../../domain/calendar/school-year.ts";

/**
 * One byte per day and student, day by day, so that memory grows with students and days and not with
 * records, and the records of one day lie side by side. The bytes of a day are in segments of
 * students: a mistyped day costs one segment.
 */
export interface DayColumns {
  /** The first days of the school years as day numbers, in order of first appearance. */
  readonly years: number[];
  readonly yearNumbers: Map<SchoolYear, number>;
  /** By the index of a day, then by segment of students; a day of which nothing was kept has none. */
  readonly segments: (Uint8Array | undefined)[][];
}

/** As many as a leap year has. */
export const DAYS_IN_YEAR = 366;
const SEGMENT_BITS = 12;
/** Students in a segment, a byte for each. */
export const SEGMENT = 1 << SEGMENT_BITS;
const IN_SEGMENT = SEGMENT - 1;

export const noDayColumns = (): DayColumns => ({
  years: [],
  yearNumbers: new Map(),
  segments: [],
});

/** The index of a day: the days of the book's first school year come first. */
export function dayIndexOf(columns: DayColumns, on: Day): number {
  const schoolYear = schoolYearOf(on);
  let year = columns.yearNumbers.get(schoolYear);
  if (year === undefined) {
    year = columns.years.length;
    columns.yearNumbers.set(schoolYear, year);
    columns.years.push(dayNumber(firstDayOf(schoolYear)));
    for (let day = 0; day < DAYS_IN_YEAR; day++) columns.segments.push([]);
  }
  return year * DAYS_IN_YEAR + dayNumber(on) - (columns.years[year] ?? 0);
}

/** The day number of an index that `dayIndexOf` gave. */
export const dayNumberAt = ({ years }: DayColumns, dayIndex: number): number =>
  (years[Math.floor(dayIndex / DAYS_IN_YEAR)] ?? 0) + (dayIndex % DAYS_IN_YEAR);

/** The number of the segment that holds a student's bytes, and the student's place in it. */
export const segmentOf = (student: number): number => student >> SEGMENT_BITS;
export const indexInSegment = (student: number): number => student & IN_SEGMENT;

/** The bytes of a day and of some students, made where they are not there. */
export function segmentFor(
  { segments }: DayColumns,
  segment: number,
  dayIndex: number,
): Uint8Array {
  const ofDay = segments[dayIndex];
  if (ofDay === undefined) throw new Error(`no day ${dayIndex} in this book`);
  return (ofDay[segment] ??= new Uint8Array(SEGMENT));
}

/** A student's byte of a day; 0 where nothing was kept of it. */
export const byteOf = ({ segments }: DayColumns, student: number, dayIndex: number): number =>
  segments[dayIndex]?.[segmentOf(student)]?.[indexInSegment(student)] ?? 0;
