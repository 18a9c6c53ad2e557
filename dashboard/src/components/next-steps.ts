import { html } from "htl";
import type { NextStepRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { bandInWords, bandOrder } from "../words/bands.js";
import { markOf } from "../words/states.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, markCell, placeColumn } from "./place-cell.js";
import { section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";

/** Who acts next: which share of the students waits for what, and where their names are. */
export function nextSteps(
  release: Release,
  rows: readonly NextStepRow[],
  words = release.manifest.sentences.whoActsNext,
): HTMLElement {
  const waiting = inGroups(
    rows,
    ({ level, school, requirement }) => `${level} ${school} ${requirement}`,
  );
  const places = new Set(rows.map(({ school }) => school));
  const needs = inGroups(rows, ({ need }) => need).map(([first]) => first);
  return section(
    "Who acts next",
    html`<p>${words}</p>`,
    figureTable({
      caption: "Share of a requirement’s students who wait for something to be done",
      rows: waiting.map((group) => ({ ...group[0], needs: group })),
      isMarked: true,
      downloads: tableDownloads(release, "next-steps"),
      columns: [
        ...(places.size > 1 ? [placeColumn<Waiting>()] : []),
        { title: "Requirement", value: ({ requirementName }) => requirementName },
        ...needs.map(needColumn),
      ],
    }),
    html`<p class="fine">
      Names are never published. Inside the district, <code>ilp serve --staff</code> shows each
      counselor’s caseload, and <code>ilp worklist</code> prints it or makes a spreadsheet of it.
    </p>`,
  );
}

interface Waiting extends NextStepRow {
  readonly needs: readonly NextStepRow[];
}

function needColumn({ need, needName }: NextStepRow): TableColumn<Waiting> {
  const of = ({ needs }: Waiting): NextStepRow | undefined =>
    needs.find((each) => each.need === need);
  return {
    title: needName,
    isNumber: true,
    value: (row) => bandOrder(of(row)?.band ?? null),
    cell: (row) => {
      const found = of(row);
      if (found === undefined) return markCell(markOf("not-applicable"));
      return found.band === null ? markCell(markOf(found.state)) : bandInWords(found.band);
    },
  };
}
