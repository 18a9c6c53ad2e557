import { html } from "htl";
import { bandInWords } from "../words/bands.js";
import { wholeNumber } from "../words/numbers.js";
import { markOf } from "../words/states.js";
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
            row.band !== null
              ? html`<p class="figure-value">${bandInWords(row.band)}</p>`
              : html`<p class="figure-value mark">${markOf(row.state)}</p>`
          }
          <p class="figure-of">${ofStudents(row)}</p>
        </li>`,
    )}
  </ul>`;
}

function ofStudents({ of }: StatusShare): string {
  return of === undefined || of === null ? "All students" : `among ${wholeNumber(of)} students`;
}
