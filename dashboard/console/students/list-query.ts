import type { StudentFilter } from "../../../functions/reports/students/student-filter.ts";

/** The parts of a list's address, in its order: the filter, and by what the list is sorted. It names no student. */
const PARTS = [
  ...["school", "grade", "counselor", "caseload", "requirement", "status", "need", "problem"],
  ...["due", "from", "until", "plan", "held", "flag", "sort"],
] as const;

/** Changes to filters or the sort, as a reader makes them; null removes a filter. */
export type ListPart = Partial<StudentFilter> & { readonly sort?: string | null };

/**
 * The parts of an address that belong to the list: pages of figures add the district. An empty
 * counselor asks for students without one; other empty parts are left out.
 */
export function listQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const part of PARTS) {
    const value = address.get(part);
    if (value !== null && (value !== "" || part === "counselor")) query.set(part, value);
  }
  return query;
}

/**
 * An address with some parts changed. The others are kept, including those of a change that is
 * still being drawn.
 */
export function changedQuery(address: URLSearchParams, change: ListPart): URLSearchParams {
  const query = new URLSearchParams(address);
  for (const [part, value] of Object.entries(change)) {
    if (typeof value === "string") query.set(part, value);
    else query.delete(part);
  }
  return listQuery(query);
}
