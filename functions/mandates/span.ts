import type { Day } from "../domain/day.ts";
import { firstDayOf, schoolYearOf } from "../domain/school-year.ts";
import type { ClockCase } from "./clock-case.ts";
import type { Span } from "./requirement.ts";
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
