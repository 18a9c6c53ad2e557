import { day, type Day } from "../../../functions/domain/calendar/day.ts";
import type { PlanDocument } from "../../../functions/domain/plans/plan.ts";
import { studentRows } from "../../support/student-rows.ts";
import { type StudentRow } from "../../../functions/reports/students/students-table.ts";
import { assessedStudents } from "../../../functions/metrics/students/assessed-students.ts";
import type { MeasureContext } from "../../../functions/metrics/students/measure-context.ts";
import type { StudentRecord } from "../../../functions/metrics/students/school-records.ts";
import { held } from "../../mandates/clock-case.ts";
import { goal, withGoals } from "../../metrics/assessed-student.ts";
import { CONTEXT, PLAIN, schoolOf, studentOf, type Drawn } from "../../metrics/drawn-school.ts";

/** The day after the first review and the goals were due; the second review is due on January 7, 2022. */
export const AS_OF = day("2021-11-26");
export const contextOn = (asOf: Day, given: Partial<MeasureContext> = {}): MeasureContext => ({
  ...CONTEXT,
  asOf,
  ...given,
});

export function rowsOf(students: readonly StudentRecord[], context = contextOn(AS_OF)) {
  const records = { ...schoolOf("A", []), students };
  return studentRows(records, assessedStudents(records, context), "North", context);
}

/** A student of the plain sort, but for what is given. */
export const student = (
  drawn: Partial<Drawn> = {},
  given: Partial<StudentRecord> = {},
): StudentRecord => ({
  ...studentOf("A", 0, { ...PLAIN, ...drawn }),
  ...given,
});
/** The row of a student who is alone in a school. */
export const row = (record: StudentRecord, context = contextOn(AS_OF)): StudentRow =>
  rowsOf([record], context)[0]!;

/** A plan that was reviewed, with a goal in each domain by the middle of the year. */
export const COMPLETE: PlanDocument = withGoals(
  [goal("academic"), goal("career"), goal("personal")],
  [held("2021-11-01")],
);
