import type { StudentFilter } from "../../../functions/reports/students/student-filter.ts";

/** The parts of a list's address, in its order: the filter, and by what the list is sorted. It names no student. */
const PARTS = [
  ...["school", "grade", "counselor", "caseload", "requirement", "status", "need", "problem"],
  ...["due", "from", "until", "plan", "held", "flag", "sort"],
] as const;

/** Some parts of a filter, or the sort, as a reader sets them; null for a part taken away. */
export type ListPart = Partial<StudentFilter> & { readonly sort?: string | null };

/** The parts of an address that are of the list: a page of figures hands on the district besides. An empty counselor asks for students without one; other empty parts are left out. */
export function listQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const part of PARTS) {
    const value = address.get(part);
    if (value !== null && (value !== "" || part === "counselor")) query.set(part, value);
  }
  return query;
}

/** An address with some parts changed: the others stay as they are, those of a change still being drawn among them. */
export function changedQuery(address: URLSearchParams, change: ListPart): URLSearchParams {
  const query = new URLSearchParams(address);
  for (const [part, value] of Object.entries(change)) {
    if (typeof value === "string") query.set(part, value);
    else query.delete(part);
  }
  return listQuery(query);
}
