import { addDays, type Day } from "../../domain/calendar/day.ts";
import { fieldOf, valueOf } from "../../domain/records/columns.ts";
import { columnBuilder } from "../../domain/records/columns-builder.ts";
import type { Grade } from "../../domain/people/grade.ts";
import type { StudentId } from "../../domain/ids.ts";
import { enrollmentOn, isEnrolledOn } from "../../domain/people/student.ts";
import type { EnrollmentAsSent } from "../../sources/roster/enrollment-rows.ts";
import type { Students } from "./people.ts";

/**
 * The students of a district, each with one grade: the one that a file gives for the student, else
 * that of the enrollment that counts, whether or not it has an exit date: see `countedGrade`.
 * @param on the day that the roster is of; null where no file enrolls anybody
 */
export function gradedStudents(
  { columns, rowOf }: Students,
  enrollments: ReadonlyMap<StudentId, readonly EnrollmentAsSent[]>,
  on: Day | null,
): Students {
  if (on === null) return { columns, rowOf };
  const stated = fieldOf(columns, "grade");
  const grades = columnBuilder();
  for (const [student, row] of rowOf) {
    const ofStudent = valueOf(stated, stated.codes[row] ?? 0) ?? null;
    grades.set(row, ofStudent ?? countedGrade(enrollments.get(student) ?? [], on));
  }
  const fields = new Map([...columns.fields, ["grade", grades.end(columns.length)] as const]);
  return { columns: { length: columns.length, fields }, rowOf };
}

/** Of how many students with an enrollment no file gives the grade level. */
export interface GradeLevels {
  readonly students: number;
  readonly unknown: number;
}

/** @param enrolled the students who have any enrollment */
export function gradeLevels(
  { columns, rowOf }: Students,
  enrolled: Iterable<StudentId>,
): GradeLevels {
  const { codes, values } = fieldOf(columns, "grade");
  const rows = [...enrolled].flatMap((student) => rowOf.get(student) ?? []);
  const unknown = rows.filter((row) => (values[codes[row] ?? 0] ?? null) === null);
  return { students: rows.length, unknown: unknown.length };
}

/**
 * The grade of the enrollment in force on a day, else of the last one before it, else of the first
 * one after it. Of several in force on one day that give a grade, `enrollmentOn` says which counts:
 * a primary one before others, then the later-begun, then the smaller school id.
 */
function countedGrade(enrollments: readonly EnrollmentAsSent[], on: Day): Grade | null {
  const counts = dayThatCounts(enrollments, on);
  if (counts === null) return null;
  const graded = enrollments.filter(({ grade }) => (grade ?? null) !== null);
  return enrollmentOn(graded, counts)?.grade ?? null;
}

/** The day, or the last one before it on which the student was enrolled, or else the first one after it. */
function dayThatCounts(enrollments: readonly EnrollmentAsSent[], on: Day): Day | null {
  if (enrollments.some((enrollment) => isEnrolledOn(enrollment, on))) return on;
  const lastDays = enrollments
    .flatMap(({ withdrewOn }) => withdrewOn ?? [])
    .filter((withdrewOn) => withdrewOn <= on)
    .map((withdrewOn) => addDays(withdrewOn, -1));
  return lastDays.sort().at(-1) ?? enrollments.map(({ enteredOn }) => enteredOn).sort()[0] ?? null;
}
