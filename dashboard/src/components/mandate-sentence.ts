import { html } from "htl";
import type { MandateSummary } from "../../../functions/releases/manifest/mandate-summary.ts";
import type { StandingRow } from "../../../functions/releases/tables/tables.ts";
import type { Release } from "../release/release.ts";
import { counted, wholeNumber } from "../words/numbers.js";
import { sentence } from "./section.js";
import { statusFigures } from "./status-figures.js";
import { asStatus } from "./standing-status.js";

/** Whether the mandate is kept as a whole, what it is, and that its text must be checked. */
export function mandateSentence(release: Release): HTMLElement {
  const { mandate } = release.manifest;
  const all = ofDistrict(release.rows("standings")).filter(
    ({ requirement }) => requirement === "all",
  );
  return html`<div>
    ${sentence(`${release.manifest.sentences.kept} ${mandateInWords(mandate)}`)}
    ${mandateWarning(release)} ${statusFigures(release, all.map(asStatus)) ?? ""}
  </div>`;
}

/** That the official text must be checked before use. */
export function mandateWarning({ manifest: { mandate } }: Release): HTMLElement {
  return html`<div class="notice" role="note">
    <p class="notice-title">${mandate.warning}</p>
    <p>${howChecked(mandate)}</p>
  </div>`;
}

/** Everybody of the district, requirement by requirement. */
const ofDistrict = (rows: readonly StandingRow[]): readonly StandingRow[] =>
  rows.filter(({ level, breakdown }) => level === "district" && breakdown === "all");

const inGrades = ({ gradesName }: MandateSummary): string =>
  gradesName === "" ? "" : ` in ${gradesName.toLowerCase()}`;

function mandateInWords(mandate: MandateSummary): string {
  const { forceName, planName, requirements } = mandate;
  const inForce = requirements.filter(({ isInForce }) => isInForce);
  const plan = planName === null ? "" : ` The plan is called ${planName} there.`;
  return `${forceName}: ${counted(inForce.length, "requirement")}${inGrades(mandate)}.${plan}`;
}

/** How far the texts behind the rules were checked. */
function howChecked({ requirements, duties }: MandateSummary): string {
  const asked = [...requirements, ...duties];
  const unchecked = asked.filter(({ status }) => status === "recalled" || status === "not-found");
  if (unchecked.length === 0)
    return "Each requirement and duty says where it is written and how far that was checked.";
  return `${wholeNumber(unchecked.length)} of ${counted(asked.length, "requirement")} and duties could only be recalled, or were not found; each says so.`;
}
