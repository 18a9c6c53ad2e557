import { dayFromNumber, monthOf } from "../domain/calendar/day.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import { CONFORMED } from "../domain/record-types/conformed-tables.ts";
import { contentHash } from "../hashing/content-hash.ts";
import { schoolKey } from "../hashing/school-key.ts";
import { columnsToArrow } from "../releases/files/columns-to-arrow.ts";
import { rangeOf, type AbsencesByStudent } from "../sources/attendance/absences-by-student.ts";
import type { BuiltPartition } from "./partitions.ts";

/**
 * The absences of one school's students, one partition per month that has any, rows in the order of
 * students and then of days.
 */
export function* absencePartitions(
  absences: AbsencesByStudent,
  school: SchoolId,
  students: readonly StudentId[],
): Generator<BuiltPartition> {
  for (const [month, columns] of columnsByMonth(absences, students)) {
    const rows = columns.days.length;
    const bytes = arrowOf(absences, columns);
    const name = `absence/${schoolKey(school)}/${month}`;
    yield { table: CONFORMED.absence.name, month, name, hash: contentHash(bytes), rows, bytes };
  }
}

/** The absences of a month, side by side. */
interface MonthColumns {
  /** Those who were absent, in order; each absence has a place among them. */
  readonly students: StudentId[];
  readonly places: Int32Array;
  /** Day numbers. */
  readonly days: Int32Array;
  /** Numbers of states. */
  readonly states: Uint16Array;
}

function columnsByMonth(
  absences: AbsencesByStudent,
  students: readonly StudentId[],
): ReadonlyMap<string, MonthColumns> {
  const { days, states } = absences;
  const ranges = students.map((student) => rangeOf(absences, student));
  const { months, monthOfDay } = monthsOf(absences);
  const counts = new Int32Array(months.length);
  for (const [from, until] of ranges) {
    for (let absence = from; absence < until; absence++) {
      const month = monthOfDay(days[absence] ?? 0);
      counts[month] = (counts[month] ?? 0) + 1;
    }
  }
  const columns = months.map((_month, index) => emptyColumns(counts[index] ?? 0));
  const filled = new Int32Array(months.length);
  for (const [index, student] of students.entries()) {
    const [from, until] = ranges[index] ?? [0, 0];
    for (let absence = from; absence < until; absence++) {
      const day = days[absence] ?? 0;
      const month = monthOfDay(day);
      const ofMonth = columns[month];
      if (ofMonth === undefined) continue;
      const row = filled[month] ?? 0;
      filled[month] = row + 1;
      if (ofMonth.students.at(-1) !== student) ofMonth.students.push(student);
      ofMonth.places[row] = ofMonth.students.length - 1;
      ofMonth.days[row] = day;
      ofMonth.states[row] = states[absence] ?? 0;
    }
  }
  return new Map(
    months.flatMap((month, index) => {
      const ofMonth = columns[index];
      return ofMonth === undefined || ofMonth.days.length === 0 ? [] : [[month, ofMonth] as const];
    }),
  );
}

const emptyColumns = (length: number): MonthColumns => ({
  students: [],
  places: new Int32Array(length),
  days: new Int32Array(length),
  states: new Uint16Array(length),
});

/** The months in which a district has any absence, in order, and which of them a day number is in. */
interface Months {
  readonly months: readonly string[];
  readonly monthOfDay: (day: number) => number;
}

/** Worked out once for all schools, so that a day is written as text once. */
function monthsOf(absences: AbsencesByStudent): Months {
  const before = MONTHS.get(absences);
  if (before !== undefined) return before;
  let [first, last] = [Infinity, -Infinity];
  for (const day of absences.days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const days = Math.max(0, last - first + 1);
  const isMissed = new Uint8Array(days);
  for (const day of absences.days) isMissed[day - first] = 1;
  const months: string[] = [];
  const ofDay = new Uint16Array(days);
  for (let index = 0; index < days; index++) {
    if (isMissed[index] === 0) continue;
    const month = monthOf(dayFromNumber(first + index));
    if (months.at(-1) !== month) months.push(month);
    ofDay[index] = months.length - 1;
  }
  const made = { months, monthOfDay: (day: number) => ofDay[day - first] ?? 0 };
  MONTHS.set(absences, made);
  return made;
}

const MONTHS = new WeakMap<AbsencesByStudent, Months>();

/** The bytes that `toArrow` makes of the same rows. */
function arrowOf({ stateOf }: AbsencesByStudent, columns: MonthColumns): Uint8Array {
  const { length } = columns.days;
  const absentMilli = new Int32Array(length);
  const excusals = new Int32Array(length);
  const words: string[] = [];
  const wordOfState = new Int32Array(stateOf.length).fill(-1);
  for (const [row, state] of columns.states.entries()) {
    absentMilli[row] = stateOf[state]?.absentMilli ?? 0;
    if (wordOfState[state] === -1) wordOfState[state] = wordIn(words, excusalOf(stateOf, state));
    excusals[row] = wordOfState[state] ?? 0;
  }
  return columnsToArrow(CONFORMED.absence, length, [
    { type: "text", values: columns.places, words: columns.students },
    { type: "day", values: columns.days },
    { type: "integer", values: absentMilli },
    { type: "text", values: excusals, words },
  ]);
}

/** The number of a word among those there are, in order of first appearance. */
function wordIn(words: string[], word: string): number {
  const number = words.indexOf(word);
  return number === -1 ? words.push(word) - 1 : number;
}

function excusalOf(stateOf: AbsencesByStudent["stateOf"], state: number): string {
  const { excusal } = stateOf[state] ?? {};
  if (excusal === undefined) throw new Error(`no state ${state} of a day`);
  return excusal;
}
