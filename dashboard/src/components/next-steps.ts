import { html } from "htl";
import type { NextStepRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { isShown, shareOrder } from "../words/shares.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, placeColumn } from "./place-cell.js";
import { section } from "./section.js";
import { earlierDay, shareCell, stateOfAll } from "./share-cell.js";
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
    rows.some(isShown) ? nextStepTable(release, rows) : null,
    html`<p class="fine">
      Names are never published. Inside the district, <code>ilp serve --staff</code> shows each
      counselor’s caseload, and <code>ilp worklist</code> prints it or makes a spreadsheet of it.
    </p>`,
  );
}

function nextStepTable(release: Release, rows: readonly NextStepRow[]): HTMLElement {
  const waiting = inGroups(
    rows,
    ({ level, school, requirement }) => `${level} ${school} ${requirement}`,
  );
  const places = new Set(rows.map(({ school }) => school));
  const needs = inGroups(rows, ({ need }) => need).map(([first]) => first);
  return figureTable({
    caption: places.size > 1 ? "Open next steps, by school" : "Open next steps",
    rows: waiting.map((group) => ({ ...group[0], needs: group })),
    stateOf: ({ needs: own }) => stateOfAll(own),
    downloads: tableDownloads(release, "next-steps"),
    columns: [
      ...(places.size > 1 ? [placeColumn<Waiting>()] : []),
      {
        title: "Requirement",
        value: ({ requirementName }) => requirementName,
        cell: (row) => requirementCell(row, release.manifest.asOf),
      },
      ...needs.map(needColumn),
    ],
  });
}

interface Waiting extends NextStepRow {
  readonly needs: readonly NextStepRow[];
}

/** The shares of one requirement at one place come from one drawing, so they have one day. */
function requirementCell({ requirementName, needs }: Waiting, asOf: string): HTMLElement {
  const day = earlierDay(needs, asOf);
  return html`<span>${requirementName}${day === "" ? "" : html`<small>${day}</small>`}</span>`;
}

function needColumn({ need, needName }: NextStepRow): TableColumn<Waiting> {
  const of = ({ needs }: Waiting): NextStepRow | undefined =>
    needs.find((each) => each.need === need);
  return {
    title: needName,
    isNumber: true,
    isFigure: true,
    value: (row) => {
      const found = of(row);
      return found === undefined ? null : shareOrder(found);
    },
    cell: (row) => {
      // A need that the requirement cannot have has no cell of its own.
      const found = of(row);
      return found === undefined ? "" : shareCell(found);
    },
  };
}
