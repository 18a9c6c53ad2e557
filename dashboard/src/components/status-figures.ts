import { html } from "htl";
import type { Release } from "../release/release.ts";
import { isShown, shareInWords } from "../words/shares.js";
import { markOf } from "../words/states.js";
import { ofStudents } from "./of-students.js";
import { earlierDay } from "./share-cell.js";
import type { StatusShare } from "./status-bars.ts";
import { isStatus, statusSwatch } from "./status-palette.js";

/** The four parts that a leader asks about first: of reviews, and of all that a mandate asks. */
const OF_REVIEWS = ["on-time", "held-late", "not-held", "no-plan"];
const OF_REQUIREMENTS = ["met", "not-met", "not-determinable", "not-applicable"];

export function statusFigures(release: Release, rows: readonly StatusShare[]): HTMLElement | null {
  const isOfReviews = rows.some(({ status }) => status === "on-time");
  const asked = (isOfReviews ? OF_REVIEWS : OF_REQUIREMENTS).flatMap((status) =>
    rows.filter((row) => row.status === status),
  );
  if (!asked.some(isShown)) return null;
  return html`<ul class="figures">
    ${asked.map(
      (row) =>
        html`<li class="card figure">
          <p class="figure-name">
            ${isStatus(row.status) ? statusSwatch(row.status) : ""} ${row.statusName}
          </p>
          ${
            isShown(row)
              ? html`<p class="figure-value">${shareInWords(row)}</p>`
              : html`<p class="figure-value mark">${markOf(row.state)}</p>`
          }
          <p class="figure-of">${ofStudents(release, row)}${dayOf(row, release)}</p>
        </li>`,
    )}
  </ul>`;
}

function dayOf(row: StatusShare, { manifest }: Release): string {
  const day = earlierDay([row], manifest.asOf);
  return day === "" ? "" : `, ${day}`;
}
