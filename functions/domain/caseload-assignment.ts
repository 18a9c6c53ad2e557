import type { Grade } from "./grade.ts";
import type { StudentId } from "./ids.ts";

/**
 * That students belong to a counselor's caseload, whatever their plans say: one row per student, or one
 * per school with a grade, with a range of family names, or with both.
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
  /** First and last family name of the range, such as "A" and "Cz", both included and without regard to case and accents; empty for no bound. */
  readonly familyNameFrom: string;
  readonly familyNameUntil: string;
}
