import { dayFromNumber, monthOf } from "../domain/calendar/day.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import { CONFORMED } from "../domain/record-types/conformed-tables.ts";
import { byKey } from "../domain/text/compare-text.ts";
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
  for (const [month, columns] of [...columnsByMonth(absences, students)].sort(byKey)) {
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
  readonly places: number[];
  /** Day numbers. */
  readonly days: number[];
  /** Numbers of states. */
  readonly states: number[];
}

function columnsByMonth(
  absences: AbsencesByStudent,
  students: readonly StudentId[],
): ReadonlyMap<string, MonthColumns> {
  const byMonth = new Map<string, MonthColumns>();
  /** By day number, so that a day is written as text once. */
  const byDay = new Map<number, MonthColumns>();
  for (const student of students) {
    const [from, until] = rangeOf(absences, student);
    for (let absence = from; absence < until; absence++) {
      const day = absences.days[absence] ?? 0;
      const columns = byDay.get(day) ?? columnsOfDay(byMonth, day);
      byDay.set(day, columns);
      if (columns.students.at(-1) !== student) columns.students.push(student);
      columns.places.push(columns.students.length - 1);
      columns.days.push(day);
      columns.states.push(absences.states[absence] ?? 0);
    }
  }
  return byMonth;
}

function columnsOfDay(byMonth: Map<string, MonthColumns>, day: number): MonthColumns {
  const month = monthOf(dayFromNumber(day));
  const columns = byMonth.get(month) ?? { students: [], places: [], days: [], states: [] };
  byMonth.set(month, columns);
  return columns;
}

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
    { type: "text", values: new Int32Array(columns.places), words: columns.students },
    { type: "day", values: new Int32Array(columns.days) },
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
