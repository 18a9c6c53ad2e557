import type { Excusal } from "../../domain/calendar/attendance.ts";
import { addDays, dayNumber, type Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { duplicatesByStudent, type DuplicateCounts } from "./duplicate-counts.ts";
import type { AttendanceKind, DayRollUp } from "../profiles/profile.ts";

/**
 * Attendance by section or period, kept until the file has ended: for each student and day which of
 * the student's sections were marked, missed and excused, one bit each. So memory grows with students
 * and days alone. Of records that say different things of one section and day the mildest holds, as
 * in an attendance book, in whatever order they come.
 */
export interface SectionBook {
  /** False when the student has more sections than are counted apart. */
  mark(student: string, on: Day, section: string, kind: AttendanceKind): boolean;
  days(): Iterable<SectionDay>;
  /**
   * How many marks fell on a section and day that had one, and on how many they disagree.
   * @param isCounted of which students; of all without it
   */
  duplicates(isCounted?: (student: string) => boolean): DuplicateCounts;
}

export interface SectionDay {
  readonly student: string;
  readonly on: Day;
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

/** Sections that a student has in one school year, as far as they are counted apart: two terms of eight, and changes. */
const MOST_SECTIONS = 32;
const DAYS_A_YEAR = 366;

/** A student's sections of a school year, and for each of its days one bit for each section. */
interface Page {
  readonly sections: Map<string, number>;
  readonly marked: Uint32Array;
  readonly missed: Uint32Array;
  readonly excused: Uint32Array;
  readonly unexcused: Uint32Array;
  readonly contradicted: Uint32Array;
}

export function sectionBook(rollUp: DayRollUp): SectionBook {
  const pages = new Map<string, { readonly student: string; readonly first: Day; page: Page }>();
  const numbers = new Map<string, number>();
  const lost = duplicatesByStudent();
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
      if (((page.marked[day] ?? 0) & bit) !== 0) {
        const before = severityOf(page, day, bit);
        const isKnown = before === SEVERITY[kind] || ((page.contradicted[day] ?? 0) & bit) !== 0;
        lost.add(numberOf(student), !isKnown);
        if (before !== SEVERITY[kind]) set(page.contradicted, day, bit, true);
        if (before <= SEVERITY[kind]) return true;
      }
      set(page.marked, day, bit, true);
      set(page.missed, day, bit, kind !== "present" && kind !== "partial");
      set(page.excused, day, bit, kind === "excused");
      set(page.unexcused, day, bit, kind === "unexcused");
      return true;
    },
    duplicates: (isCounted) => lost.sum(numbers, isCounted),
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

  function numberOf(student: string): number {
    const number = numbers.get(student) ?? numbers.size;
    numbers.set(student, number);
    return number;
  }
}

/**
 * Thousandths of the day missed, by the rule of the profile: of `marked` sections `missed` ones.
 * A file of absences alone marks no other section, so its profile states how many there are.
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
  contradicted: new Uint32Array(DAYS_A_YEAR),
});

/** In the order in which they hold over each other, the mildest first: a part of a section missed is none. */
const SEVERITY: { readonly [kind in AttendanceKind]: number } = {
  present: 0,
  partial: 0,
  excused: 1,
  unexcused: 2,
  absent: 3,
};

function severityOf({ missed, excused, unexcused }: Page, day: number, bit: number): number {
  const isIn = (bits: Uint32Array): boolean => ((bits[day] ?? 0) & bit) !== 0;
  if (!isIn(missed)) return SEVERITY.present;
  if (isIn(excused)) return SEVERITY.excused;
  return isIn(unexcused) ? SEVERITY.unexcused : SEVERITY.absent;
}

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
