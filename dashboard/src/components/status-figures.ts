import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables.ts";
import { percent, wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { isStatus, statusSwatch } from "./status-palette.js";

/** The four statuses that a leader asks about first. */
const ASKED = ["timely", "held-late", "not-held", "plan-missing"];

export function statusFigures(rows: readonly StatusRow[]): HTMLElement {
  const asked = ASKED.flatMap((status) => rows.filter((row) => row.status === status));
  return html`<ul class="figures">
    ${asked.map(
      (row) =>
        html`<li class="card figure">
          <p class="figure-name">
            ${isStatus(row.status) ? statusSwatch(row.status) : ""} ${row.statusName}
          </p>
          ${
            isShown(row) && row.share !== null
              ? html`<p class="figure-value">${percent(row.share)}</p>`
              : html`<p class="figure-value mark">${markOf(row.state)}</p>`
          }
          <p class="figure-of">${ofStudents(row)}</p>
        </li>`,
    )}
  </ul>`;
}

function ofStudents({ students, of }: StatusRow): string {
  if (students === null || of === null) return "All students";
  return `${wholeNumber(students)} of ${wholeNumber(of)} students`;
}
