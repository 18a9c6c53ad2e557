import { isEnrolledOn, type Enrollment } from "../../../domain/people/student.ts";
import { firstDayOf, lastDayOf } from "../../../domain/calendar/school-year.ts";
import type { ReportContext, SchoolOfReport } from "./report-row.ts";

/** How many students of the report's grades a school had in the school year, and has on the count day. */
export interface SchoolPresence {
  readonly school: string;
  readonly name: string;
  /** Enrolled at the school on any day of the school year up to the count day. */
  readonly ofYear: number;
  /** Of them, enrolled at the school on the count day. */
  readonly onDay: number;
  /** Of these, those with an enrollment that begins in a later school year. */
  readonly inLaterYear: number;
}

/** Counts the students of a school by their enrollments. */
export function schoolPresence(
  { id, name, records }: SchoolOfReport,
  { definition: { population }, mandate, asOf, year }: ReportContext,
): SchoolPresence {
  const grades = population.grades ?? mandate.grades;
  const since = firstDayOf(year);
  const isOfYear = ({ enteredOn, withdrewOn }: Enrollment): boolean =>
    enteredOn <= asOf && (withdrewOn === null || withdrewOn > since);
  const presence = { ofYear: 0, onDay: 0, inLaterYear: 0 };
  for (const { student, enrollments } of records.students) {
    if (student.grade === null || !grades.includes(student.grade)) continue;
    const own = enrollments.filter(({ school }) => school === records.school);
    if (!own.some(isOfYear)) continue;
    presence.ofYear++;
    if (!own.some((enrollment) => isEnrolledOn(enrollment, asOf))) continue;
    presence.onDay++;
    if (enrollments.some(({ enteredOn }) => enteredOn > lastDayOf(year))) presence.inLaterYear++;
  }
  return { school: id, name, ...presence };
}
