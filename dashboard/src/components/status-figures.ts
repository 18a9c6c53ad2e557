import { html } from "htl";
import { percent, wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import type { StatusShare } from "./status-bars.ts";
import { isStatus, statusSwatch } from "./status-palette.js";

/** The four statuses that a leader asks about first, of reviews and of all that a mandate asks. */
const ASKED = [
  ...["timely", "held-late", "not-held", "plan-missing"],
  ...["met", "not-met", "not-applicable", "not-determinable"],
];

export function statusFigures(rows: readonly StatusShare[]): HTMLElement {
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

function ofStudents({ students, of }: StatusShare): string {
  if (students === null || of === null) return "All students";
  return `${wholeNumber(students)} of ${wholeNumber(of)} students`;
}
