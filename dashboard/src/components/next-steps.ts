import { html } from "htl";
import type { NextStepRow } from "../../../functions/releases/tables/tables.ts";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { isShown, shareOrder } from "../words/shares.js";
import { figureTable } from "./figure-table.js";
import { markKey } from "./mark-key.js";
import { inGroups, placeColumn } from "./place-cell.js";
import { section } from "./section.js";
import { stateOfAll } from "./share-cell.js";
import { shareColumn } from "./share-column.js";
import { tableDownloads } from "./table-downloads.js";

/** Who acts next: which share of the students waits for what, and where their names are. */
export function nextSteps(
  release: Release,
  rows: readonly NextStepRow[],
  words = release.manifest.sentences.whoActsNext,
): HTMLElement {
  return section(
    "Who acts next",
    html`<p>${words}</p>`,
    nextStepTable(release, rows),
    release.manifest.edition === "staff" ? toTheList() : whereNamesAre(),
  );
}

const whereNamesAre = (): HTMLElement =>
  html`<p class="fine">
    Names are never published. Inside the district, the console of <code>ilp serve</code> lists the
    students behind each number, and <code>ilp worklist</code> prints the list or makes a
    spreadsheet of it.
  </p>`;

/** In the staff edition the names are a click away. */
const toTheList = (): HTMLElement =>
  html`<div>
    <p class="fine">
      A number opens the list of its students: the names of those whom you may see.
    </p>
    <a class="onward" href="${linkTo("worklist")}"
      >What waits for each counselor, most urgent first</a
    >
  </div>`;

/** One row for each place, requirement and need that somebody has, the greatest share of a place first. */
function nextStepTable(release: Release, rows: readonly NextStepRow[]): HTMLElement | null {
  const places = inGroups(rows, ({ level, school }) => `${level} ${school}`);
  const listed = places.flatMap(listedAt);
  if (!listed.some(isShown)) return null;
  return figureTable({
    caption: places.length > 1 ? "Open next steps, by school" : "Open next steps",
    rows: listed,
    stateOf: ({ state }) => state,
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "next-steps"),
    columns: [
      ...(places.length > 1 ? [placeColumn<NextStepRow>()] : []),
      {
        title: "Requirement, and what is open",
        value: ({ requirementName, needName }) => `${requirementName}, ${needName}`,
        cell: stepCell,
      },
      shareColumn(release, "Share"),
    ],
  });
}

const stepCell = ({ requirementName, needName }: NextStepRow): HTMLElement =>
  html`<span>${requirementName}${needName === "" ? "" : html`<small>${needName}</small>`}</span>`;

/** What nobody waits for is no step; a place without any figure is one row with the reason. */
function listedAt(rows: readonly [NextStepRow, ...NextStepRow[]]): readonly NextStepRow[] {
  const waiting = rows.filter(isShown).filter(({ high }) => high > 0);
  if (rows.some(isShown)) {
    return [...waiting].sort((a, b) => (shareOrder(b) ?? 0) - (shareOrder(a) ?? 0));
  }
  const state = stateOfAll(rows);
  return state === "not-applicable"
    ? []
    : [{ ...rows[0], requirementName: "Every requirement", needName: "", state }];
}
