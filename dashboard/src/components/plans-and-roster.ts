import { html } from "htl";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import type { ReconciliationRow } from "../../../functions/releases/tables/tables.ts";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import type { PageTable } from "../release/rows-by-table.ts";
import { wholeNumber } from "../words/numbers.js";
import { isShown, shareOrder } from "../words/shares.js";
import { figureTable } from "./figure-table.js";
import { markKey } from "./mark-key.js";
import { placeColumn } from "./place-cell.js";
import { section } from "./section.js";
import { shareColumn } from "./share-column.js";
import { tableDownloads } from "./table-downloads.js";

/** The table of problems, which the staff edition alone has. */
export const problemTables = ({ tables }: ReleaseManifest): readonly PageTable[] =>
  tables.some(({ name }) => name === "reconciliation") ? ["reconciliation"] : [];

/** Where plans and roster disagree. Problems of single students are for staff. */
export function plansAndRoster(release: Release): HTMLElement {
  return section(
    "Plans compared with the roster",
    ...(release.manifest.edition === "staff" ? problemParts(release) : [inTheStaffEdition()]),
  );
}

const inTheStaffEdition = (): HTMLElement =>
  html`<p>
    Where plans and roster disagree is in the staff edition: <code>ilp worklist</code> lists each
    student whose records are to be fixed.
  </p>`;

function problemParts(release: Release): readonly HTMLElement[] {
  const rows = problemTables(release.manifest).length > 0 ? release.rows("reconciliation") : [];
  const open = rows.filter(isShown).filter(({ high }) => high > 0);
  return [
    ...(rows.length > 0 && open.length === 0
      ? [html`<p>Plans and roster agree on every student.</p>`]
      : []),
    ...(open.length > 0 ? [problemTable(release, open)] : []),
    html`<p>
      <a class="onward" href="${linkTo("students", { need: "fix-record" })}"
        >Every student with a record to fix</a
      >
    </p>`,
  ];
}

/** One row for each place and problem that somebody has, the most frequent of a place first. */
function problemTable(release: Release, rows: readonly ReconciliationRow[]): HTMLElement {
  const places = [...new Set(rows.map(({ school }) => school))];
  const inOrder = rows.toSorted(
    (a, b) =>
      places.indexOf(a.school) - places.indexOf(b.school) ||
      (shareOrder(b) ?? 0) - (shareOrder(a) ?? 0),
  );
  return figureTable<ReconciliationRow>({
    caption: "Students whose plan and enrollment do not agree",
    rows: inOrder,
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "reconciliation"),
    columns: [
      placeColumn<ReconciliationRow>(),
      {
        title: "Problem",
        isProse: true,
        value: ({ problemName }) => problemName,
        cell: problemCell,
      },
      shareColumn(release),
      {
        title: "Weeks so far (median)",
        isNumber: true,
        value: ({ medianWeeks }) => medianWeeks,
        cell: ({ medianWeeks }) => (medianWeeks === null ? "" : wholeNumber(medianWeeks)),
      },
      { title: "Who can fix it", value: ({ owner }) => owner },
      { title: "What to do", isProse: true, value: ({ remedy }) => remedy },
    ],
  });
}

const problemCell = ({ problemName, cause }: ReconciliationRow): HTMLElement =>
  html`<span>${problemName}<small>${cause}</small></span>`;
