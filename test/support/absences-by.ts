import type { Absence } from "../../functions/domain/calendar/attendance.ts";
import { dayFromNumber } from "../../functions/domain/calendar/day.ts";
import type { StudentId } from "../../functions/domain/ids.ts";
import {
  absencesByStudent,
  rangeOf,
} from "../../functions/sources/attendance/absences-by-student.ts";
import type { AttendanceBook } from "../../functions/sources/attendance/attendance-book.ts";

/** One student's absences by all books, each as an object. */
export function absencesBy(
  generations: readonly (readonly AttendanceBook[])[],
  student: StudentId,
): readonly Absence[] {
  const absences = absencesByStudent(generations);
  const [from, until] = rangeOf(absences, student);
  return Array.from({ length: until - from }, (_, index) => {
    const state = absences.stateOf[absences.states[from + index] ?? 0];
    if (state === undefined) throw new Error("an absence without a state");
    return { student, on: dayFromNumber(absences.days[from + index] ?? 0), ...state };
  });
}
