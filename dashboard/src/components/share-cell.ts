import { html } from "htl";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { isShown, shareInWords, type Share } from "../words/shares.js";
import { markOf } from "../words/states.js";
import { markCell } from "./place-cell.js";
import { studentsLink, type CountedRow } from "./students-link.js";

/** A figure of a table: a share with the day of its counts, or the reason why there is none. */
export interface FigureRow extends Share, CountedRow {
  readonly drawnOn: string | null;
  readonly state: string;
}

/** A share as a cell says it, with the number of students where it is known, or the mark of one that is not shown. A row that a table lacks does not apply. */
export function shareCell(release: Release, row: FigureRow | undefined): Node | string {
  if (row === undefined) return markCell(markOf("not-applicable"));
  if (!isShown(row)) return markCell(markOf(row.state));
  const students = studentsLink(release, row);
  return students === null
    ? shareInWords(row)
    : html`<span class="exact"
        >${shareInWords(row)} · <span class="count">${students}</span></span
      >`;
}

/** The same with the day of its counts, where that is not the day of the release. */
export function datedShareCell(release: Release, row: FigureRow | undefined): Node | string {
  const cell = shareCell(release, row);
  const day = row === undefined ? "" : earlierDay([row], release.manifest.asOf);
  return day === "" ? cell : html`<span>${cell}<small>${day}</small></span>`;
}

/** "as of March 11, 2022" where the first shown figure was kept from an earlier drawing; else nothing. */
export function earlierDay(rows: readonly Pick<FigureRow, "drawnOn">[], asOf: string): string {
  const drawnOn = rows.find((row) => row.drawnOn !== null)?.drawnOn ?? asOf;
  return drawnOn === asOf ? "" : `as of ${dayInWords(drawnOn)}`;
}

/** Whether a table's line has any figure, and if not, why: a part that cannot occur there is no reason. */
export function stateOfAll(rows: readonly Pick<FigureRow, "state">[]): string {
  const states = rows.map(({ state }) => state);
  if (states.includes("shown")) return "shown";
  return states.find((state) => state !== "not-applicable") ?? "not-applicable";
}
