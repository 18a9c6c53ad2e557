import { html } from "htl";
import type { LogPage } from "../../../functions/console/answers.ts";
import { choose, field } from "../parts/choices.js";
import { KIND_NAMES } from "./kind-names.js";
import { withPart, type LogPart } from "./log-query.js";

/** The days, the person, the school and the kind; a change of any asks anew. */
export function filters(
  { schools }: LogPage,
  query: URLSearchParams,
  again: (query: URLSearchParams) => void,
): HTMLElement {
  const change = (part: LogPart) => (value: string | null) => again(withPart(query, part, value));
  const kinds = Object.entries(KIND_NAMES).map(([id, name]) => ({ id, name }));
  return html`<div class="filters" role="search" aria-label="Which entries">
    ${field("From", "date", query.get("from") ?? "", change("from"))}
    ${field("Until", "date", query.get("until") ?? "", change("until"))}
    ${field("Staff id", "text", query.get("staff") ?? "", change("staff"))}
    ${choose("School", "Every school", schools, query.get("school"), change("school"))}
    ${choose("What was done", "Everything", kinds, query.get("kind"), change("kind"))}
  </div>`;
}
