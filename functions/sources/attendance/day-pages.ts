import { dayNumber, type Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../../domain/calendar/school-year.ts";

/**
 * One byte for each student and day of a school year, so that memory grows with students and not
 * with records. A page is one student's bytes of one school year.
 */
export interface DayPages {
  /** The first days of the school years as day numbers, in order of first appearance. */
  readonly years: number[];
  readonly yearNumbers: Map<SchoolYear, number>;
  /** By school year, then by block of students. */
  readonly blocks: (Uint8Array | undefined)[][];
}

/** As many as a leap year has. */
export const DAYS_IN_PAGE = 366;
/** Students share blocks of bytes: fewer and larger pieces of memory, yet a mistyped year costs one block. */
const BLOCK_BITS = 4;
const IN_BLOCK = (1 << BLOCK_BITS) - 1;

export const noDayPages = (): DayPages => ({ years: [], yearNumbers: new Map(), blocks: [] });

/** The number of a day's byte among a student's: the days of the first school year come first. */
export function dayIndexOf(pages: DayPages, on: Day): number {
  const schoolYear = schoolYearOf(on);
  let year = pages.yearNumbers.get(schoolYear);
  if (year === undefined) {
    year = pages.years.length;
    pages.yearNumbers.set(schoolYear, year);
    pages.years.push(dayNumber(firstDayOf(schoolYear)));
    pages.blocks.push([]);
  }
  return year * DAYS_IN_PAGE + dayNumber(on) - (pages.years[year] ?? 0);
}

/** The block that holds a student's page of the school year of a day, made where it is not there. */
export function blockFor({ blocks }: DayPages, student: number, dayIndex: number): Uint8Array {
  const year = Math.floor(dayIndex / DAYS_IN_PAGE);
  const blocksOfYear = blocks[year];
  if (blocksOfYear === undefined) throw new Error(`no school year ${year} in this book`);
  const number = student >> BLOCK_BITS;
  return (blocksOfYear[number] ??= new Uint8Array(DAYS_IN_PAGE << BLOCK_BITS));
}

/** Where in its block a student's byte of a day is. */
export const indexInBlock = (student: number, dayIndex: number): number =>
  (student & IN_BLOCK) * DAYS_IN_PAGE + (dayIndex % DAYS_IN_PAGE);

/** A student's bytes of a school year; null where nothing was kept of either. */
export function pageFor({ blocks }: DayPages, student: number, year: number): Uint8Array | null {
  const begin = (student & IN_BLOCK) * DAYS_IN_PAGE;
  return blocks[year]?.[student >> BLOCK_BITS]?.subarray(begin, begin + DAYS_IN_PAGE) ?? null;
}
