import { isEnrolledOn } from "../../../domain/people/student.ts";
import type { StudentRecord } from "../../../metrics/students/school-records.ts";
import type { ReportContext, RowSubject, SchoolOfReport } from "./report-row.ts";

/**
 * Whom the records of a file must be about: the students of the report's grades among the records of a
 * school who are enrolled anywhere on the count day. It looks at enrollments alone, and not at which
 * school counts a student, so that a student whom no school counts is missed.
 */
export const enrolledStudents = (
  { id, name, records }: Pick<SchoolOfReport, "id" | "name" | "records">,
  { asOf, definition: { population } }: Pick<ReportContext, "asOf" | "definition">,
  isMeant: (record: StudentRecord) => boolean = () => true,
): readonly RowSubject[] =>
  records.students
    .filter(({ enrollments }) => enrollments.some((enrollment) => isEnrolledOn(enrollment, asOf)))
    .filter(
      ({ student: { grade } }) =>
        population.grades === null || (grade !== null && population.grades.includes(grade)),
    )
    .filter(isMeant)
    .map(({ student: { student, familyName, givenName } }) => ({
      ...{ school: id, schoolName: name, student, familyName, givenName },
    }));
