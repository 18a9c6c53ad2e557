import { EXCUSALS, type Absence, type Excusal } from "../domain/attendance.ts";
import { addDays, daysBetween, type Day } from "../domain/day.ts";
import type { StudentId } from "../domain/ids.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../domain/school-year.ts";

/** What one attendance record says of a day; 0 thousandths is present. */
export interface DayState {
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

const DAYS_A_YEAR = 366;

/**
 * A byte holds 255 states. After so many, portions are cut down to tenths of a day, of which there
 * are 11 for each excusal: so half a day is never reached by rounding.
 */
const EXACT_STATES = 255 - 11 * EXCUSALS.length;

/**
 * The attendance that one file tells: one byte a student and day of a school year, so that memory
 * grows with students and not with records. The later record of a day wins, which also makes a
 * record sent twice count once.
 */
export interface AttendanceBook {
  add(student: string, on: Day, absentMilli: number, excusal: Excusal): void;
  /** Students the file speaks of, in order of first appearance. */
  students(): Iterable<StudentId>;
  /** What the file says of one student, by day. */
  daysOf(student: StudentId): Iterable<readonly [Day, DayState]>;
}

export function attendanceBook(): AttendanceBook {
  const pages = new Map<string, Map<SchoolYear, Uint8Array>>();
  const states: DayState[] = [];
  const codes = new Map<string, number>();

  const codeOf = (absentMilli: number, excusal: Excusal): number => {
    const key = `${absentMilli} ${excusal}`;
    const known = codes.get(key);
    if (known !== undefined) return known;
    const tenths = Math.floor(absentMilli / 100) * 100;
    if (states.length >= EXACT_STATES && tenths !== absentMilli) return codeOf(tenths, excusal);
    states.push({ absentMilli, excusal });
    codes.set(key, states.length);
    return states.length;
  };
  return {
    add(student, on, absentMilli, excusal) {
      let years = pages.get(student);
      if (years === undefined) pages.set(student, (years = new Map<SchoolYear, Uint8Array>()));
      const year = schoolYearOf(on);
      let page = years.get(year);
      if (page === undefined) years.set(year, (page = new Uint8Array(DAYS_A_YEAR)));
      page[daysBetween(firstDayOf(year), on)] = codeOf(absentMilli, excusal);
    },
    students: () => pages.keys() as Iterable<StudentId>,
    *daysOf(student) {
      for (const [year, page] of pages.get(student) ?? []) {
        const first = firstDayOf(year);
        for (let index = 0; index < DAYS_A_YEAR; index++) {
          const state = states[(page[index] ?? 0) - 1];
          if (state !== undefined) yield [addDays(first, index), state];
        }
      }
    },
  };
}

/** One student's absences by all files, the later file winning each day, in order of the day. */
export function absencesBy(
  books: readonly AttendanceBook[],
  student: StudentId,
): readonly Absence[] {
  const days = new Map<Day, DayState>();
  for (const book of books) for (const [on, state] of book.daysOf(student)) days.set(on, state);
  return [...days]
    .filter(([, { absentMilli }]) => absentMilli > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, state]) => ({ student, on, ...state }));
}
