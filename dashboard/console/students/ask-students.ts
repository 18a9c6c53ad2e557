import type { StudentList } from "../../../functions/console/answers.ts";
import { ask } from "../asking/ask.js";
import { withQuery } from "../asking/with-query.js";

/** What a list is asked for: by its address, and by a search, which is in no address. */
export interface ListAsked {
  readonly query: URLSearchParams;
  /** A name or an id; empty for none. */
  readonly search: string;
}

/** @param after where the page before ended; null for the first */
export const askStudents = (
  { query, search }: ListAsked,
  after: string | null,
): Promise<StudentList> =>
  ask(withQuery("/console/students", query), {
    ...searchHeader(search),
    ...(after !== null && { "ilp-after": encodeURIComponent(after) }),
  });

/** The list as a file. */
export const fileAddress = (format: "csv" | "xlsx", query: URLSearchParams): string =>
  withQuery(`/console/students.${format}`, query);

export const searchHeader = (search: string): { readonly [name: string]: string } =>
  search === "" ? {} : { "ilp-search": encodeURIComponent(search) };
