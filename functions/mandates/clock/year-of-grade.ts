import type { Day } from "../../domain/calendar/day.ts";
import { GRADES, type Grade } from "../../domain/people/grade.ts";
import { schoolYear, schoolYearOf, type SchoolYear } from "../../domain/calendar/school-year.ts";
import { moreOf, type ClockCase } from "./clock-case.ts";

/** The school year of a student's grade: on record, in a year before this one, or still to come. */
export type YearOfGrade =
  | { readonly kind: "known"; readonly year: SchoolYear }
  /** `expected` is the year by ordinary progress, if no record gives the year. */
  | { readonly kind: "earlier"; readonly expected: SchoolYear }
  | { readonly kind: "later"; readonly earliest: SchoolYear }
  | { readonly kind: "unknown" };

/** If a student was in a grade twice, it begins with the first time and ends with the last. */
export function yearOfGrade(
  student: ClockCase,
  grade: Grade,
  edge: "begin" | "end",
  asOf: Day,
): YearOfGrade {
  if (student.grade === null) return { kind: "unknown" };
  const now = schoolYearOf(asOf);
  const years = (moreOf(student).gradeYears ?? [])
    .filter((past) => past.grade === grade && past.schoolYear < now)
    .map(({ schoolYear: year }) => year);
  if (student.grade === grade) years.push(now);
  const [first, ...rest] = years;
  if (first !== undefined) {
    const wanted = edge === "begin" ? Math.min(first, ...rest) : Math.max(first, ...rest);
    return { kind: "known", year: schoolYear(wanted) };
  }
  const ahead = GRADES.indexOf(grade) - GRADES.indexOf(student.grade);
  const expected = schoolYear(now + ahead);
  return ahead > 0 ? { kind: "later", earliest: expected } : { kind: "earlier", expected };
}
