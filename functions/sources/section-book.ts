import type { Excusal } from "../domain/attendance.ts";
import { addDays, dayNumber, type Day } from "../domain/day.ts";
import { firstDayOf, schoolYearOf } from "../domain/school-year.ts";
import type { AttendanceKind, DayRollUp } from "./profile.ts";

/**
 * Attendance by section or period, kept until the file has ended: for each student and day which of
 * the student's sections were marked, missed and excused, one bit each. So a record sent twice
 * counts once, a later one corrects an earlier, and memory grows with students and days alone.
 */
export interface SectionBook {
  /** False when the student has more sections than are counted apart. */
  mark(student: string, on: Day, section: string, kind: AttendanceKind): boolean;
  days(): Iterable<SectionDay>;
  /** How many marks fell on a section and day that had one. */
  repeats(): number;
}

export interface SectionDay {
  readonly student: string;
  readonly on: Day;
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

/** Sections that a student has in one school year, as far as they are told apart: two terms of eight, and changes. */
const MOST_SECTIONS = 32;
const DAYS_A_YEAR = 366;

/** A student's sections of a school year, and for each of its days one bit a section. */
interface Page {
  readonly sections: Map<string, number>;
  readonly marked: Uint32Array;
  readonly missed: Uint32Array;
  readonly excused: Uint32Array;
  readonly unexcused: Uint32Array;
}

export function sectionBook(rollUp: DayRollUp): SectionBook {
  const pages = new Map<string, { readonly student: string; readonly first: Day; page: Page }>();
  let repeats = 0;
  return {
    mark(student, on, section, kind) {
      const year = schoolYearOf(on);
      const key = `${year} ${student}`;
      let held = pages.get(key);
      if (held === undefined) {
        held = { student, first: firstDayOf(year), page: emptyPage() };
        pages.set(key, held);
      }
      const { page, first } = held;
      const bit = bitOf(page, section);
      if (bit === null) return false;
      const day = dayNumber(on) - dayNumber(first);
      if (((page.marked[day] ?? 0) & bit) !== 0) repeats++;
      set(page.marked, day, bit, true);
      set(page.missed, day, bit, kind !== "present" && kind !== "partial");
      set(page.excused, day, bit, kind === "excused");
      set(page.unexcused, day, bit, kind === "unexcused");
      return true;
    },
    repeats: () => repeats,
    *days() {
      for (const { student, first, page } of pages.values()) {
        for (let day = 0; day < DAYS_A_YEAR; day++) {
          const marked = page.marked[day] ?? 0;
          if (marked === 0) continue;
          const absentMilli = absentMilliOf(count(marked), count(page.missed[day] ?? 0), rollUp);
          const excusal = excusalOf(page, day);
          yield { student, on: addDays(first, day), absentMilli, excusal };
        }
      }
    },
  };
}

/**
 * Thousandths of the day missed, by the rule of the profile: of `marked` sections `missed` ones.
 * A file that tells of absences alone marks no other section, so its profile states how many there are.
 */
export function absentMilliOf(marked: number, missed: number, rollUp: DayRollUp): number {
  switch (rollUp.rule) {
    case "any":
      return missed > 0 ? 1000 : 0;
    case "all":
      return missed > 0 && missed >= (rollUp.periods ?? marked) ? 1000 : 0;
    case "share": {
      const of = Math.max(rollUp.periods ?? marked, 1);
      return Math.round((Math.min(missed, of) * 1000) / of);
    }
  }
}

const emptyPage = (): Page => ({
  sections: new Map(),
  marked: new Uint32Array(DAYS_A_YEAR),
  missed: new Uint32Array(DAYS_A_YEAR),
  excused: new Uint32Array(DAYS_A_YEAR),
  unexcused: new Uint32Array(DAYS_A_YEAR),
});

function bitOf({ sections }: Page, section: string): number | null {
  let place = sections.get(section);
  if (place === undefined) {
    if (sections.size >= MOST_SECTIONS) return null;
    sections.set(section, (place = sections.size));
  }
  return 1 << place;
}

function set(bits: Uint32Array, day: number, bit: number, isSet: boolean): void {
  const before = bits[day] ?? 0;
  bits[day] = isSet ? before | bit : before & ~bit;
}

/** Excused when every missed section is, unexcused when one is by name, else unknown. */
function excusalOf({ missed, excused, unexcused }: Page, day: number): Excusal {
  const all = missed[day] ?? 0;
  if (all !== 0 && (all & ~(excused[day] ?? 0)) === 0) return "excused";
  return (all & (unexcused[day] ?? 0)) === 0 ? "unknown" : "unexcused";
}

function count(bits: number): number {
  let left = bits;
  let ones = 0;
  for (; left !== 0; left &= left - 1) ones++;
  return ones;
}
