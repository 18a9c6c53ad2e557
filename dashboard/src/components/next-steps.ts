import { html } from "htl";
import type { NextStepRow } from "../../../functions/releases/tables.ts";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { wholeNumber } from "../words/numbers.js";
import { isShown } from "../words/states.js";
import { figureTable } from "./figure-table.js";
import { section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";

/** Who acts next: how many students wait for what, and where their names are. */
export function nextSteps(release: Release, rows: readonly NextStepRow[]): HTMLElement {
  return section(
    "Who acts next",
    html`<p>${release.manifest.sentences.whoActsNext}</p>`,
    figureTable({
      caption: "Students who wait for something to be done",
      rows,
      stateOf: ({ state }) => state,
      downloads: tableDownloads(release, "next-steps"),
      columns: [
        {
          title: "School",
          value: ({ schoolName }) => schoolName,
          cell: ({ level, school, schoolName }) =>
            level === "school"
              ? html`<a href="${linkTo("school", { school })}">${schoolName}</a>`
              : schoolName,
        },
        { title: "Requirement", value: ({ requirementName }) => requirementName },
        { title: "Need", value: ({ needName }) => needName },
        {
          title: "Students",
          isNumber: true,
          isFigure: true,
          value: (row) => (isShown(row) ? row.students : null),
          cell: ({ students }) => (students === null ? "" : wholeNumber(students)),
        },
      ],
    }),
    html`<p class="fine">
      The list of names is on the signed-in worklist: each reader sees the students of their own
      schools, and each look is written to the access log.
    </p>`,
  );
}
