import { isOfRange, type CaseloadAssignment } from "../../domain/people/caseload-assignment.ts";
import { gradeName, isGrade } from "../../domain/people/grade.ts";
import { caseloadOf } from "../students/student-filter.ts";
import type { StudentRow } from "../students/students-table.ts";

type NameOf = (counselor: string) => string;

/** Who could take a student without a counselor, and why; or why nobody is suggested. */
export interface Suggestion {
  /** The counselor as plans name the person; null where two are as near, or nobody is. */
  readonly counselor: string | null;
  /** In a sentence. */
  readonly because: string;
}

/**
 * Suggests a counselor for each student of one school who has none: whose rows in the district's list of
 * caseloads are nearest, by grade and family names, by grade, by family names, or for the whole school;
 * without such a row, who has the most students of the grade there.
 * @param assignments the list's rows of the school, those of single students left out
 * @param rows the students of the school
 * @param nameOf the name of a counselor, for the reasons
 * @param worksHere whether a counselor works at the school: any other has students who moved, and no more are assigned
 */
export function suggestedCounselors(
  assignments: readonly CaseloadAssignment[],
  rows: readonly StudentRow[],
  nameOf: NameOf,
  worksHere: (counselor: string) => boolean,
): (student: StudentRow) => Suggestion {
  const byGrade = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const counts = byGrade.get(row.grade) ?? new Map<string, number>();
    for (const counselor of caseloadOf(row).filter(worksHere)) {
      counts.set(counselor, (counts.get(counselor) ?? 0) + 1);
    }
    byGrade.set(row.grade, counts);
  }
  return (student) =>
    byList(assignments, student, nameOf) ??
    byStudents(byGrade.get(student.grade) ?? new Map<string, number>(), student, nameOf);
}

/** Null where no row of the list is near. */
function byList(
  assignments: readonly CaseloadAssignment[],
  { grade, familyName, schoolName }: StudentRow,
  nameOf: NameOf,
): Suggestion | null {
  const ofGrade = assignments.filter((row) => row.grade !== null && row.grade === grade);
  // A range of names in another grade says nothing about this grade.
  const ofName = assignments.filter(
    (row) =>
      hasRange(row) && isOfRange(row, familyName) && (row.grade === null || row.grade === grade),
  );
  const nearest = [
    { rows: ofGrade.filter((row) => ofName.includes(row)), by: [inGrade, inRange] },
    { rows: ofGrade, by: [inGrade] },
    { rows: ofName, by: [inRange] },
    { rows: assignments.filter((row) => row.grade === null && !hasRange(row)), by: [] },
  ].find(({ rows }) => rows.length > 0);
  const [first] = nearest?.rows ?? [];
  if (nearest === undefined || first === undefined) return null;
  const counselors = [...new Set(nearest.rows.map(({ counselor }) => counselor))].sort();
  const what = nearest.by.map((words) => words(first)).join(", ") || "all students";
  const rest = [inGrade, inRange]
    .filter((words) => !nearest.by.includes(words))
    .map((words) => words(first))
    .filter((part) => part !== "");
  const only = rest.length === 0 ? "" : ` (${rest.join(", ")})`;
  return suggestion(
    counselors,
    nameOf,
    `Has ${what} at ${schoolName} by the district’s list of caseloads${only}.`,
    (all) => `No suggestion: ${all} are as near by the district’s list of caseloads.`,
  );
}

/** "grade 9"; empty for a row of every grade. */
const inGrade = ({ grade }: CaseloadAssignment): string => (grade === null ? "" : inWords(grade));

/** "family names A to G"; empty for a row of every name. */
const inRange = (row: CaseloadAssignment): string =>
  hasRange(row) ? `family names ${row.familyNameFrom || "A"} to ${row.familyNameUntil || "Z"}` : "";

function byStudents(
  counts: ReadonlyMap<string, number>,
  student: StudentRow,
  nameOf: NameOf,
): Suggestion {
  const where = `${inWords(student.grade)} at ${student.schoolName}`;
  const most = Math.max(0, ...counts.values());
  if (most === 0) {
    return {
      counselor: null,
      because: `No suggestion: nobody who works there has a student of ${where}.`,
    };
  }
  const counselors = [...counts]
    .flatMap(([counselor, count]) => (count === most ? [counselor] : []))
    .sort();
  return suggestion(
    counselors,
    nameOf,
    `Has the most students of ${where} (${String(most)}).`,
    (all) => `No suggestion: ${all} have as many students of ${where} (${String(most)} each).`,
  );
}

const suggestion = (
  counselors: readonly string[],
  nameOf: NameOf,
  because: string,
  tie: (all: string) => string,
): Suggestion => {
  const [first, ...others] = counselors;
  return first !== undefined && others.length === 0
    ? { counselor: first, because }
    : { counselor: null, because: tie(listed(counselors.map(nameOf))) };
};

const hasRange = ({ familyNameFrom, familyNameUntil }: CaseloadAssignment): boolean =>
  familyNameFrom !== "" || familyNameUntil !== "";

const inWords = (grade: string): string =>
  isGrade(grade) ? gradeName(grade).toLowerCase() : "students without a grade";

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
