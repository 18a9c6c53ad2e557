import { compareText } from "../text/compare-text.ts";
import { foldedName } from "../text/folded-name.ts";
import type { Grade } from "./grade.ts";
import type { StudentId } from "../ids.ts";
import type { Student } from "./student.ts";

/**
 * That students belong to a counselor's caseload, whatever their plans say: one row per student, or one
 * per school with a grade, with a range of family names, with both, or with neither for the whole school.
 */
export interface CaseloadAssignment {
  /** The counselor as plans name the person. */
  readonly counselor: string;
  /** The one student; null where the row is of a school. */
  readonly student: StudentId | null;
  /** The school's id; empty where the row is of one student. */
  readonly school: string;
  /** Null for every grade of the school. */
  readonly grade: Grade | null;
  /**
   * The beginnings of the first and the last family name of the range, such as "A" and "Cz": both
   * include every name that begins so, without regard to case and accents. Empty for no bound.
   */
  readonly familyNameFrom: string;
  readonly familyNameUntil: string;
}

type OfCaseload = Pick<Student, "student" | "grade" | "familyName">;

/**
 * Tells for each student of one school which counselors have the student by the district's list: first
 * those whose row names the student, then those of the school's rows, the narrowest row first.
 * @param assignments those of the school and of its students, and of no other school
 */
export function caseloadCounselors(
  assignments: readonly CaseloadAssignment[],
): (student: OfCaseload) => readonly string[] {
  const byStudent = new Map<StudentId, string[]>();
  for (const { student, counselor } of assignments) {
    if (student === null) continue;
    byStudent.set(student, [...(byStudent.get(student) ?? []), counselor]);
  }
  const ofSchool = assignments
    .filter(({ student }) => student === null)
    .toSorted((a, b) => narrowness(b) - narrowness(a) || compareText(a.counselor, b.counselor));
  return (student) => {
    const own = (byStudent.get(student.student) ?? []).toSorted();
    const shared = ofSchool.filter((row) => isInRange(row, student));
    return [...new Set([...own, ...shared.map(({ counselor }) => counselor)])];
  };
}

const hasRange = ({ familyNameFrom, familyNameUntil }: CaseloadAssignment): boolean =>
  familyNameFrom !== "" || familyNameUntil !== "";

const narrowness = (row: CaseloadAssignment): number =>
  Number(row.grade !== null) + Number(hasRange(row));

function isInRange(row: CaseloadAssignment, { grade, familyName }: OfCaseload): boolean {
  if (row.grade !== null && row.grade !== grade) return false;
  return !hasRange(row) || isOfRange(row, familyName);
}

/** Whether a family name is in the range of a row that has one. */
export function isOfRange(
  row: Pick<CaseloadAssignment, "familyNameFrom" | "familyNameUntil">,
  familyName: string,
): boolean {
  const name = foldedName(familyName);
  const from = foldedName(row.familyNameFrom);
  const until = foldedName(row.familyNameUntil);
  // A name that nobody sent is in no range.
  return name !== "" && name >= from && (until === "" || name <= until || name.startsWith(until));
}

/** Whether a range of family names can hold no name, since its end lies before its beginning. */
export function isEmptyRange({
  familyNameFrom,
  familyNameUntil,
}: Pick<CaseloadAssignment, "familyNameFrom" | "familyNameUntil">): boolean {
  const from = foldedName(familyNameFrom);
  const until = foldedName(familyNameUntil);
  return until !== "" && until < from && !from.startsWith(until);
}
