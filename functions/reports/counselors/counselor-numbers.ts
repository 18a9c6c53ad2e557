import { addDays, type Day } from "../../domain/calendar/day.ts";
import { EVERY_STUDENT, isAsked, queryOf, type StudentFilter } from "../students/student-filter.ts";
import type { StudentRow } from "../students/students-table.ts";

/** A number of students with the filter by which a list has exactly them. */
export interface FilteredCount {
  readonly name: string;
  readonly count: number;
  readonly filter: StudentFilter;
  /** The filter as the query of an address. */
  readonly query: string;
}

/** The first of the seven days that end with a day. */
export const weekUntil = (asOf: Day): Day => addDays(asOf, -6);

/** How much there is to do for the students of a filter, such as a counselor's caseload. */
export const numbersOf = (
  rows: readonly StudentRow[],
  whose: Partial<StudentFilter>,
  requirements: readonly { readonly id: string }[],
  asOf: Day,
): readonly FilteredCount[] =>
  [
    { name: "Caseload", part: {} },
    { name: "Without a plan", part: { plan: "none" } },
    { name: "Overdue", part: { due: "overdue" } },
    { name: "Due within 30 days", part: { due: "soon" } },
    { name: "Review held in the last 7 days", part: { held: weekUntil(asOf) } },
  ].map(({ name, part }) =>
    linkedCount(
      name,
      rows,
      { ...EVERY_STUDENT, ...whose, ...(part as Partial<StudentFilter>) },
      requirements,
    ),
  );

/** The students of rows whom a filter asks for. */
export function linkedCount(
  name: string,
  rows: readonly StudentRow[],
  filter: StudentFilter,
  requirements: readonly { readonly id: string }[],
): FilteredCount {
  const ids = requirements.map(({ id }) => id);
  const count = rows.filter((row) => isAsked(row, filter, ids)).length;
  return { name, count, filter, query: queryOf(filter) };
}
