import type { StudentFilter } from "../../../functions/reports/students/student-filter.ts";

/**
 * The parts of a list's address, in its order: the filter, and by what the list is sorted. It names
 * no student. A part of the filter that is missing here does not compile: the list would be longer
 * than the number that links to it.
 */
const PARTS = Object.keys({
  ...{ school: 0, grade: 0, counselor: 0, caseload: 0, requirement: 0, status: 0, need: 0 },
  ...{ problem: 0, due: 0, from: 0, until: 0, plan: 0, held: 0, flag: 0, enrolled: 0, sort: 0 },
} satisfies { readonly [part in keyof StudentFilter | "sort"]: 0 });

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
