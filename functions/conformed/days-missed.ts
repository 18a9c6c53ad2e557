import { dayFromNumber } from "../domain/calendar/day.ts";
import type { StudentId } from "../domain/ids.ts";
import { CONFORMED } from "../domain/record-types/conformed-tables.ts";
import type { DayMissed } from "../metrics/students/school-records.ts";
import { storedNumbers } from "../releases/files/arrow-columns.ts";

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
    const { length, numbers, words } = storedNumbers(CONFORMED.absence, bytes);
    const students = numbers("student");
    const days = numbers("on");
    const shares = numbers("absentMilli");
    const lists = words("student").map((student) => listOf(byStudent, student));
    for (let row = 0; row < length; row++) {
      lists[students[row] ?? 0]?.push(dayMissed(days[row] ?? 0, shares[row] ?? 0));
    }
  }
  return byStudent as ReadonlyMap<string, DayMissed[]> as ReadonlyMap<StudentId, DayMissed[]>;
}

function listOf(byStudent: Map<string, DayMissed[]>, student: string): DayMissed[] {
  let list = byStudent.get(student);
  if (list === undefined) byStudent.set(student, (list = []));
  return list;
}

/** Makes each day missed once for each share of it. @returns of a day's number and a share of less than 2,000 thousandths */
function daysOnce(): (day: number, absentMilli: number) => DayMissed {
  const made = new Map<number, DayMissed>();
  return (day, absentMilli) => {
    const sort = day * SHARES + absentMilli;
    let missed = made.get(sort);
    if (missed === undefined) {
      made.set(sort, (missed = { on: dayFromNumber(day), absentMilli }));
    }
    return missed;
  };
}

/** More than the thousandths of a day. */
const SHARES = 2_000;
