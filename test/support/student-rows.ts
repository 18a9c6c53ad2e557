import { schoolDiscrepancies } from "../../functions/metrics/cube/school-cube.ts";
import type { AssessedStudent } from "../../functions/metrics/students/assessed-student.ts";
import type { MeasureContext } from "../../functions/metrics/students/measure-context.ts";
import type { SchoolRecords } from "../../functions/metrics/students/school-records.ts";
import { studentsTableOf } from "../../functions/pipeline/measure/measure.ts";
import type { StudentRow } from "../../functions/reports/students/students-table.ts";
import { listedStudents } from "../../functions/reports/worklist/listed-students.ts";

/** The students of a school as rows of the table of students. */
export function studentRows(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  schoolName: string,
  context: MeasureContext,
): readonly StudentRow[] {
  const disagreeing = schoolDiscrepancies(records, students, context);
  const columns = listedStudents(records, students, schoolName, context, disagreeing);
  const { columns: defined } = studentsTableOf(context.mandate);
  return Array.from(
    { length: columns.length },
    (_, index) =>
      // The table decides the type of its rows.
      Object.fromEntries(
        defined.map(({ name }) => [name, columns.column(name)[index]]),
      ) as unknown as StudentRow,
  );
}
