import { html } from "htl";
import type { LogEntry } from "../../../functions/access/log-entry.ts";
import type { LogPage } from "../../../functions/console/log-answers.ts";
import { counted } from "../words/numbers.js";
import { KIND_NAMES } from "./kind-names.js";

const COLUMNS = ["When (UTC)", "Who", "What", "Where", "Allowed", "Why"] as const;

/** The table without its rows, and the element to add rows to. */
export function logTable(): { readonly table: HTMLElement; readonly rows: HTMLElement } {
  const rows = html`<tbody></tbody>`;
  // On a phone each row is displayed as a card, which removes a table's roles unless they are
  // stated.
  const table = html`<table class="log" role="table">
    <caption>
      Entries of the access log, the newest first
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${COLUMNS.map((title) => html`<th scope="col" role="columnheader">${title}</th>`)}
      </tr>
    </thead>
    ${rows}
  </table>`;
  rows.setAttribute("role", "rowgroup");
  return { table, rows };
}

/** One look or one record. It names no student. */
export function logRow(entry: LogEntry, schools: LogPage["schools"]): HTMLElement {
  const { at: instant, isAllowed, because } = entry;
  const when = html`<time datetime=${instant}>${INSTANT.format(new Date(instant))}</time>`;
  const cells: readonly (readonly [title: (typeof COLUMNS)[number], content: Node | string])[] = [
    ["Who", whoCell(entry)],
    ["What", whatCell(entry)],
    ["Where", placesInWords(entry, schools)],
    ["Allowed", isAllowed ? "allowed" : html`<strong class="refused">refused</strong>`],
    ["Why", because],
  ];
  return html`<tr role="row">
    <th scope="row" role="rowheader" data-title=${COLUMNS[0]}><div>${when}</div></th>
    ${cells.map(
      ([title, content]) => html`<td role="cell" data-title=${title}><div>${content}</div></td>`,
    )}
  </tr>`;
}

const INSTANT = new Intl.DateTimeFormat("en-US", {
  dateStyle: "long",
  timeStyle: "medium",
  timeZone: "UTC",
});

function whoCell({ who, role, isDemo, through }: LogEntry): HTMLElement {
  const as = [
    role === null ? "" : role.replaceAll("-", " "),
    isDemo ? "demo role" : "",
    through === "command" ? "on the command line" : "",
  ].filter((words) => words !== "");
  return html`<span>${who}<small>${as.join(", ")}</small></span>`;
}

function whatCell({ kind, what, students, subject }: LogEntry): HTMLElement {
  const more = [
    what,
    students === null ? "" : `${counted(students, "student")} named`,
    // A pseudonym: equal ones are the same student.
    subject === null ? "" : `student ${subject}`,
  ].filter((words) => words !== "");
  return html`<span>${KIND_NAMES[kind]}<small>${more.join(", ")}</small></span>`;
}

function placesInWords({ schools: ids }: LogEntry, schools: LogPage["schools"]): string {
  if (ids === null) return "the district";
  return ids.map((id) => schools.find((school) => school.id === id)?.name ?? id).join(", ");
}
