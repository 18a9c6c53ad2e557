import { ofStudent, permit, type Permit, type StudentScope } from "../access/permit.ts";
import { caseloadOf, problemsOf } from "../reports/students/student-filter.ts";
import type { StudentRow } from "../reports/students/students-table.ts";
import type { ConsoleReader } from "./console-reader.ts";

/** How much a reader sees of a student: plans and reviews, or the record alone. */
export interface SeenAs {
  readonly seesPlans: boolean;
  readonly permit: Permit;
}

export const scopeOf = (row: StudentRow): StudentScope => ({
  school: row.school,
  isEnrolled: row.isEnrolled,
  counselors: caseloadOf(row),
});

/** A student whom the edition does not have: of no school and of nobody's caseload. */
export const NO_SCOPE: StudentScope = { school: "", isEnrolled: false, counselors: [] };

/** How much the reader sees of the student; null if the reader may not see the student. */
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

/** A student whom a reader may name, and how much the reader sees of the student. */
export interface SeenStudent extends SeenAs {
  readonly row: StudentRow;
}

/** What lets the reader see some students, each reason once; empty where nobody is seen. */
export const reasonsOf = (seen: readonly SeenStudent[]): string =>
  [...new Set(seen.map((student) => student.permit.because))].join(" ");

/** Some of the students, such as those of a page, as the reader sees them. */
export function seenAmong(
  seen: readonly SeenStudent[],
  shown: readonly { readonly row: StudentRow }[],
): readonly SeenStudent[] {
  const rows = new Set(shown.map(({ row }) => row));
  return seen.filter(({ row }) => rows.has(row));
}

/** The students whom the reader may name, in the given order. */
export function seenStudents(
  of: ConsoleReader,
  rows: readonly StudentRow[],
): readonly SeenStudent[] {
  // Many students are equal in everything that decides, and each decision composes a reason in
  // words.
  const decided = new Map<string, SeenAs | null>();
  return rows.flatMap((row) => {
    const { school, isEnrolled, caseload, recordProblems } = row;
    const sameDecision = `${school}\u0000${caseload}\u0000${isEnrolled ? 1 : 0}${recordProblems === "" ? 0 : 1}`;
    let as = decided.get(sameDecision);
    if (as === undefined) decided.set(sameDecision, (as = seenAs(of, row)));
    return as === null ? [] : [{ row, ...as }];
  });
}
