import type { StudentFilter } from "../../../functions/reports/students/student-filter.ts";

/** The parts of a filter, in the order of an address. */
const PARTS = [
  "school",
  "grade",
  "counselor",
  "caseload",
  "requirement",
  "status",
  "need",
  "problem",
] as const satisfies readonly (keyof StudentFilter)[];

/** What a filter asks for lives in the address, which names no student. Empty parts are left out; an empty counselor asks for students without one. */
export function filterQuery(filter: StudentFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const part of PARTS) {
    const value = filter[part];
    if (value !== null) query.set(part, value);
  }
  return query;
}

/** The parts of an address that are of the list: a page of figures hands on the district besides. */
export function listQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const part of PARTS) {
    const value = address.get(part);
    if (value !== null && (value !== "" || part === "counselor")) query.set(part, value);
  }
  return query;
}
