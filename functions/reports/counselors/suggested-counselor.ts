import { isOfRange, type CaseloadAssignment } from "../../domain/people/caseload-assignment.ts";
import { gradeName, isGrade } from "../../domain/people/grade.ts";
import { caseloadOf } from "../students/student-filter.ts";
import type { StudentRow } from "../students/students-table.ts";

/** Who could take a student without a counselor, and why; or why nobody is suggested. */
export interface Suggestion {
  /** The counselor as plans name the person; null where two are as near, or nobody is. */
  readonly counselor: string | null;
  /** In a sentence. */
  readonly because: string;
}

/**
 * Suggests a counselor for each student of one school who has none: whose rows in the district's list of
 * caseloads are nearest, by grade, then by family names, then by school; without such rows, who has the
 * most students of the grade there.
 * @param assignments the list's rows of the school, those of single students left out
 * @param rows the students of the school
 */
export function suggestedCounselors(
  assignments: readonly CaseloadAssignment[],
  rows: readonly StudentRow[],
): (student: StudentRow) => Suggestion {
  const byGrade = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const counts = byGrade.get(row.grade) ?? new Map<string, number>();
    for (const one of caseloadOf(row)) counts.set(one, (counts.get(one) ?? 0) + 1);
    byGrade.set(row.grade, counts);
  }
  return (student) =>
    assignments.length > 0
      ? byList(assignments, student)
      : byStudents(byGrade.get(student.grade) ?? new Map<string, number>(), student);
}

function byList(assignments: readonly CaseloadAssignment[], student: StudentRow): Suggestion {
  const { grade, familyName, schoolName } = student;
  const ofGrade = assignments.filter((row) => row.grade !== null && row.grade === grade);
  const ofName = assignments.filter((row) => hasRange(row) && isOfRange(row, familyName));
  const both = ofGrade.filter((row) => ofName.includes(row));
  const found = [
    { rows: both, has: `${inWords(grade)} and these family names` },
    { rows: ofGrade, has: inWords(grade) },
    { rows: ofName, has: "these family names" },
    { rows: assignments, has: "students" },
  ].find(({ rows }) => rows.length > 0);
  const counselors = [...new Set(found?.rows.map(({ counselor }) => counselor))].sort();
  const has = `${found?.has ?? "students"} at ${schoolName}`;
  return only(
    counselors,
    `Has ${has} by the district’s list of caseloads.`,
    (all) => `No suggestion: ${all} have ${has} by the district’s list of caseloads.`,
  );
}

function byStudents(counts: ReadonlyMap<string, number>, student: StudentRow): Suggestion {
  const where = `${inWords(student.grade)} at ${student.schoolName}`;
  const most = Math.max(0, ...counts.values());
  if (most === 0) {
    return { counselor: null, because: `No suggestion: nobody has a student of ${where}.` };
  }
  const counselors = [...counts].flatMap(([one, count]) => (count === most ? [one] : [])).sort();
  return only(
    counselors,
    `Has the most students of ${where} (${String(most)}).`,
    (all) => `No suggestion: ${all} have as many students of ${where} (${String(most)} each).`,
  );
}

const only = (
  counselors: readonly string[],
  because: string,
  tie: (all: string) => string,
): Suggestion => {
  const [first, ...others] = counselors;
  return first !== undefined && others.length === 0
    ? { counselor: first, because }
    : { counselor: null, because: tie(listed(counselors)) };
};

const hasRange = ({ familyNameFrom, familyNameUntil }: CaseloadAssignment): boolean =>
  familyNameFrom !== "" || familyNameUntil !== "";

const inWords = (grade: string): string =>
  isGrade(grade) ? gradeName(grade).toLowerCase() : "students without a grade";

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
