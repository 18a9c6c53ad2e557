import type { LogPage } from "../../../functions/console/log-answers.ts";
import { ask } from "../asking/ask.js";
import { withQuery } from "../asking/with-query.js";

/** The part of the log that is asked for. */
export interface AskedLog {
  readonly query: URLSearchParams;
  /** What somebody typed to find a student: it goes into no address and no history. */
  readonly typed: string;
}

export function askLog({ query, typed }: AskedLog, after: string | null): Promise<LogPage> {
  const parts = new URLSearchParams(query);
  const student = parts.get("student");
  parts.delete("student");
  return ask(withQuery("/console/log", parts), {
    ...(after !== null && { "ilp-after": encodeURIComponent(after) }),
    ...(typed === ""
      ? student !== null && { "ilp-student": encodeURIComponent(student) }
      : { "ilp-search": encodeURIComponent(typed) }),
  });
}

/** The entries as a file; none for one student, since a link cannot send a header. */
export const logFile = ({ query, typed }: AskedLog): string | null =>
  typed !== "" || query.has("student") ? null : withQuery("/console/log.csv", query);
