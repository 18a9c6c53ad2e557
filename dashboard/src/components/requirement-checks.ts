import { html } from "htl";
import type { RequirementSummary } from "../../../functions/releases/manifest/mandate-summary.ts";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { checked } from "./cited.js";
import { figureTable } from "./figure-table.js";
import { section } from "./section.js";

/** How far each requirement was checked against its text, and what this project could not confirm. */
export function requirementChecks({ manifest }: Release): HTMLElement | null {
  const { requirements } = manifest.mandate;
  if (requirements.length === 0) return null;
  return section(
    "How far each requirement was checked",
    figureTable<RequirementSummary>({
      caption: "Each requirement and the text behind it",
      rows: requirements,
      columns: [
        { title: "Requirement", value: ({ name }) => name, cell: nameCell },
        {
          title: "How far it was checked",
          value: ({ statusName }) => statusName,
          cell: checkedCell,
        },
        {
          title: "Text read on, and edition",
          // Older releases say nothing of it.
          value: ({ read }) => read?.on ?? null,
          cell: readCell,
        },
      ],
    }),
    html`<p class="fine">
      What only could be recalled, or was not found, is not held against a student until somebody of
      the district reads the text and confirms it.
    </p>`,
  );
}

const nameCell = ({ id, name }: RequirementSummary): HTMLElement =>
  html`<a href="#${id}">${name}</a>`;

/** What this project could not confirm. The district may have read it; who did is in the staff edition. */
function checkedCell(requirement: RequirementSummary): HTMLElement {
  const { notConfirmed, confirmedBy } = requirement;
  const by = confirmedBy?.by ? ` by ${confirmedBy.by}` : "";
  return html`<span
    >${checked(requirement)}${notConfirmed ? html`<small>${notConfirmed}</small>` : ""}${
      confirmedBy
        ? html`<small
            >Confirmed by the district on ${dayInWords(confirmedBy.on)}${by}:
            ${confirmedBy.source}</small
          >`
        : ""
    }</span
  >`;
}

const readCell = ({ read }: RequirementSummary): HTMLElement | string =>
  read
    ? html`<span>${dayInWords(read.on)}<small>${read.edition}</small></span>`
    : "no day on record";
