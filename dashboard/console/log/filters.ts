import { html } from "htl";
import type { LogPage } from "../../../functions/console/log-answers.ts";
import { choose, field } from "../parts/choices.js";
import { KIND_NAMES } from "./kind-names.js";
import { withPart, type LogPart } from "./log-query.js";

/** The days, the person, the school and the kind; a change of any asks anew. */
export function filters(
  { schools, people, from, until }: LogPage,
  query: URLSearchParams,
  again: (query: URLSearchParams) => void,
): HTMLElement {
  const change = (part: LogPart) => (value: string | null) => again(withPart(query, part, value));
  const kinds = Object.entries(KIND_NAMES).map(([id, name]) => ({ id, name }));
  const persons = people.map((id) => ({ id, name: id }));
  return html`<div class="filters" role="search" aria-label="Which entries">
    ${field("From (UTC)", "date", from, change("from"))}
    ${field("Until (UTC)", "date", until, change("until"))}
    ${choose("Person", "Everybody", persons, query.get("staff"), change("staff"))}
    ${choose("School", "Every school", schools, query.get("school"), change("school"))}
    ${choose("What was done", "Everything", kinds, query.get("kind"), change("kind"))}
  </div>`;
}
