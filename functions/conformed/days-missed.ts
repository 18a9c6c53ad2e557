import type { Day } from "../domain/calendar/day.ts";
import type { StudentId } from "../domain/ids.ts";
import { CONFORMED } from "../domain/record-types/conformed-tables.ts";
import type { DayMissed } from "../metrics/students/school-records.ts";
import { columnsFromArrow } from "../releases/files/arrow-columns.ts";

/**
 * The days that each student of a school missed, in the order of the partitions. A school has some
 * thousands of absences and few sorts of them, so each sort is one object, whoever missed the day.
 * @param partitions the bytes of the partitions of absences, month by month
 */
export function daysMissed(
  partitions: readonly Uint8Array[],
): ReadonlyMap<StudentId, readonly DayMissed[]> {
  const byStudent = new Map<string, DayMissed[]>();
  const dayMissed = daysOnce();
  for (const bytes of partitions) {
    const { length, column } = columnsFromArrow(CONFORMED.absence, bytes);
    // The table defines the columns.
    const students = column("student") as readonly string[];
    const days = column("on") as readonly Day[];
    const shares = column("absentMilli") as readonly number[];
    let missed: DayMissed[] = [];
    for (let row = 0; row < length; row++) {
      const student = students[row] ?? "";
      // Rows of a student follow each other.
      if (row === 0 || student !== students[row - 1]) missed = listOf(byStudent, student);
      missed.push(dayMissed(days[row] as Day, shares[row] ?? 0));
    }
  }
  return byStudent as ReadonlyMap<string, DayMissed[]> as ReadonlyMap<StudentId, DayMissed[]>;
}

function listOf(byStudent: Map<string, DayMissed[]>, student: string): DayMissed[] {
  let list = byStudent.get(student);
  if (list === undefined) byStudent.set(student, (list = []));
  return list;
}

/** Makes each day missed once for each share of it. */
function daysOnce(): (on: Day, absentMilli: number) => DayMissed {
  const byShare = new Map<number, Map<Day, DayMissed>>();
  return (on, absentMilli) => {
    let byDay = byShare.get(absentMilli);
    if (byDay === undefined) {
      byDay = new Map<Day, DayMissed>();
      byShare.set(absentMilli, byDay);
    }
    let missed = byDay.get(on);
    if (missed === undefined) byDay.set(on, (missed = { on, absentMilli }));
    return missed;
  };
}
