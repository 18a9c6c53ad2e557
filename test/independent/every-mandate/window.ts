import { FIRST_DAY, yearBegins } from "./days.ts";
import { LADDER, type PlainSpan } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { yearsIn } from "./school-life.ts";

/**
 * From which day on something counts; null where no record says in which school year the first grade of
 * a band was and this year is none of the band.
 */
export function windowBegins(span: PlainSpan, student: PlainStudent): string | null {
  if (span === "ever") return FIRST_DAY;
  if (span === "school-year") return yearBegins(student.year);
  const grades = typeof span === "string" ? [] : (span.grades ?? []);
  const [lowest = ""] = [...grades].sort((a, b) => LADDER.indexOf(a) - LADDER.indexOf(b));
  const [first] = yearsIn(student, lowest);
  if (first !== undefined) return yearBegins(first);
  // A year in which the student is on record in a grade of the band is one of the band.
  const known = grades.flatMap((grade) => yearsIn(student, grade));
  return known.length === 0 ? null : yearBegins(Math.min(...known));
}

/** Whether the band began earlier than the records say, so that more may be there. */
export const isBandOpen = (span: PlainSpan, student: PlainStudent): boolean => {
  if (typeof span === "string" || span.grades === undefined) return false;
  const [lowest = ""] = [...span.grades].sort((a, b) => LADDER.indexOf(a) - LADDER.indexOf(b));
  return yearsIn(student, lowest).length === 0;
};
