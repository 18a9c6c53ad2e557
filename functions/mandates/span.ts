import type { Day } from "../domain/day.ts";
import { GRADES, type Grade } from "../domain/grade.ts";
import { firstDayOf, schoolYear, schoolYearOf } from "../domain/school-year.ts";
import { gradesOf } from "./applies.ts";
import { isSentSince, type ClockCase } from "./clock-case.ts";
import type { Due } from "./due.ts";
import type { DueFor } from "./due-for.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import type { Requirement, Span } from "./requirement.ts";
import { yearOfGrade } from "./year-of-grade.ts";

/** The first day on which something counts; null from ever on; unknown where the years of the grades are. */
export type SpanStart =
  { readonly kind: "from"; readonly on: Day | null } | { readonly kind: "unknown" };

export function spanStart(span: Span, student: ClockCase, asOf: Day): SpanStart {
  if (span === "ever") return { kind: "from", on: null };
  if (span === "school-year") return { kind: "from", on: firstDayOf(schoolYearOf(asOf)) };
  const first = span.grades[0];
  if (first === undefined) return { kind: "from", on: null };
  const found = yearOfGrade(student, first, "begin", asOf);
  return found.kind === "known"
    ? { kind: "from", on: firstDayOf(found.year) }
    : { kind: "unknown" };
}

/** A due day that returns each school year, so that what is due once may have been done in an earlier one. */
const isDueEachYear = (due: Due): boolean =>
  due.kind === "days-enrolled" ||
  due.kind === "year-end" ||
  due.kind === "share-of-year" ||
  (due.kind === "calendar-date" && due.grade === undefined);

/**
 * Whether what the records lack was not there: the school year in which it was due was sent, and for a
 * band of grades every year of the band. What was due before a student came to the district may have
 * been done where they were before.
 */
export function isAbsenceKnown(
  mandate: MandateProfile,
  requirement: Requirement,
  span: Span,
  student: ClockCase,
  { due, isTooLate }: DueFor,
  asOf: Day,
): boolean {
  if (span === "school-year") return true;
  if (isTooLate && requirement.entrantDue === undefined) return false;
  const since = (grade: Grade | undefined): Day => {
    if (grade === undefined || student.grade === null) return asOf;
    const found = yearOfGrade(student, grade, "begin", asOf);
    const ordinary = schoolYearOf(asOf) + GRADES.indexOf(grade) - GRADES.indexOf(student.grade);
    return firstDayOf(found.kind === "known" ? found.year : schoolYear(ordinary));
  };
  if (span !== "ever") return isSentSince(student, since(span.grades[0]), asOf);
  if (isDueEachYear(requirement.due)) {
    // Once in any of the grades it speaks of is enough.
    return isSentSince(student, since(gradesOf(mandate, requirement)[0]), asOf);
  }
  switch (due.kind) {
    case "day":
      return isSentSince(student, firstDayOf(schoolYearOf(due.latest)), asOf);
    case "past":
      return isSentSince(student, firstDayOf(schoolYearOf(due.about)), asOf);
    case "later":
    case "unknown":
    case "open":
      return true;
  }
}
