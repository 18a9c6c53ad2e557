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

/** The first day on which something counts, null from ever on; of a band of grades on ordinary progress where no record names the year of its first. */
export function spanStart(span: Span, student: ClockCase, asOf: Day): Day | null {
  if (span === "ever") return null;
  if (span === "school-year") return firstDayOf(schoolYearOf(asOf));
  const [first] = span.grades;
  return first === undefined ? null : firstDayOf(yearOnProgress(student, first, asOf));
}

/** A due day that returns each school year, so that what is due once may have been done in an earlier one. */
const isDueEachYear = (due: Due): boolean =>
  due.kind === "days-enrolled" ||
  due.kind === "year-end" ||
  due.kind === "share-of-year" ||
  (due.kind === "calendar-date" && due.grade === undefined);

/**
 * Whether what the records lack was not there: every school year in which it could be done was sent,
 * and the student was in the district then. Of a plan due once that is the school year of the due day;
 * of anything else due once every year since the first grade that the requirement speaks of; of a band
 * of grades every year of the band. What was due before a student came to the district during the
 * school year may have been done where they were before (docs/mandate-rules.md).
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

/** The school year of a grade: on record, or on ordinary progress; never one to come. */
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
