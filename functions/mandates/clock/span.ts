import type { Day } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../../domain/calendar/school-year.ts";
import { gradesOf } from "./applies.ts";
import { isHeldSince, type ClockCase } from "./clock-case.ts";
import type { Due } from "../rules/due.ts";
import type { DueFor } from "./due-for.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { Requirement, Span } from "../rules/requirement.ts";
import { yearOfGrade } from "./year-of-grade.ts";

/**
 * The first day on which something counts; null if there is no first day. For a band of grades it
 * follows ordinary progress, if no record names the year of its first grade.
 */
export function spanStart(span: Span, student: ClockCase, asOf: Day): Day | null {
  if (span === "ever") return null;
  if (span === "school-year") return firstDayOf(schoolYearOf(asOf));
  const [first] = span.grades;
  return first === undefined ? null : firstDayOf(yearOnProgress(student, first, asOf));
}

/**
 * Whether a due day returns each school year, so that something due once may have been done in an
 * earlier one.
 */
const isDueEachYear = (due: Due): boolean =>
  due.kind === "days-enrolled" ||
  due.kind === "year-end" ||
  due.kind === "share-of-year" ||
  (due.kind === "calendar-date" && due.grade === undefined);

/**
 * Whether a missing record means that the thing was not done: every school year in which it could
 * be done was sent, and the student was in the district then. For a plan due once that is the
 * school year of the due day. For anything else due once it is every year since the first grade
 * that the requirement names. For a band of grades it is every year of the band. What was due
 * before a student came to the district during the school year may have been done elsewhere
 * (docs/mandate-rules.md).
 */
export function isAbsenceKnown(
  mandate: MandateProfile,
  requirement: Requirement,
  span: Span,
  student: ClockCase,
  { due, rule, isTooLate }: DueFor,
  asOf: Day,
): boolean {
  if (isTooLate && requirement.entrantDue === undefined) return false;
  if (span === "school-year") return true;
  const isHeld = (year: SchoolYear): boolean => isHeldSince(student, year, asOf);
  if (span !== "ever") {
    const [first] = span.grades;
    return first === undefined || isHeld(yearOnProgress(student, first, asOf));
  }
  const [first] = gradesOf(mandate, requirement);
  const isOfAnyGrade = requirement.kind !== "plan" || isDueEachYear(rule);
  return (
    (!isOfAnyGrade || first === undefined || isHeld(yearOnProgress(student, first, asOf))) &&
    (due.kind !== "day" || isHeld(schoolYearOf(due.on))) &&
    (due.kind !== "past" || isHeld(schoolYearOf(due.about)))
  );
}

/** The school year of a grade: on record or by ordinary progress; never a later one. */
function yearOnProgress(student: ClockCase, grade: Grade, asOf: Day): SchoolYear {
  const now = schoolYearOf(asOf);
  const gradeYear = yearOfGrade(student, grade, "begin", asOf);
  switch (gradeYear.kind) {
    case "known":
      return gradeYear.year;
    case "earlier":
      return gradeYear.expected;
    case "later":
    case "unknown":
      return now;
  }
}
