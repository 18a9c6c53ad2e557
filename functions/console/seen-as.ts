import { ofStudent, permit, type Permit, type StudentScope } from "../access/permit.ts";
import { caseloadOf, problemsOf } from "../reports/students/student-filter.ts";
import type { StudentRow } from "../reports/students/students-table.ts";
import type { ConsoleReader } from "./console-reader.ts";

/** How much of a student a reader sees: plans and reviews, or the record alone. */
export interface SeenAs {
  readonly seesPlans: boolean;
  readonly permit: Permit;
}

export const scopeOf = (row: StudentRow): StudentScope => ({
  school: row.school,
  isEnrolled: row.isEnrolled,
  counselors: caseloadOf(row),
});

/** How much of a student the reader sees; null where the student is not for this reader. */
export function seenAs(
  { reader, schools }: Pick<ConsoleReader, "reader" | "schools">,
  row: StudentRow,
): SeenAs | null {
  const asked = ofStudent(scopeOf(row));
  const plans = permit(reader, "see-student", asked, schools);
  if (plans.isAllowed) return { seesPlans: true, permit: plans };
  const records = permit(reader, "see-records", asked, schools);
  if (records.isAllowed) return { seesPlans: false, permit: records };
  if (problemsOf(row).length === 0) return null;
  const toFix = permit(reader, "see-data-to-fix", asked, schools);
  return toFix.isAllowed ? { seesPlans: false, permit: toFix } : null;
}
