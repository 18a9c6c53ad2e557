import { FIRST_DAY, yearBegins } from "./days.ts";
import { LADDER, type PlainSpan } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { ordinaryYear, yearsIn } from "./school-life.ts";

/** The first of some grades in which a student was, by school year: on ordinary progress where no record names it. */
export function firstYearOf(student: PlainStudent, grades: readonly string[]): number {
  const [lowest = ""] = [...grades].sort((a, b) => LADDER.indexOf(a) - LADDER.indexOf(b));
  const year = yearsIn(student, lowest)[0] ?? ordinaryYear(student, lowest);
  return Math.min(year, student.year);
}

/** From which day on something counts. */
export function windowBegins(span: PlainSpan, student: PlainStudent): string {
  if (span === "school-year") return yearBegins(student.year);
  if (typeof span === "string" || span.grades === undefined) return FIRST_DAY;
  return yearBegins(firstYearOf(student, span.grades));
}
