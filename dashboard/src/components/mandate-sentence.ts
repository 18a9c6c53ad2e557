import { html } from "htl";
import type { MandateSummary } from "../../../functions/releases/mandate-summary.ts";
import type { StandingRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { counted, wholeNumber } from "../words/numbers.js";
import { isShown, shareInWords, shareOrder } from "../words/shares.js";
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
    ${sentence(`${keptInWords(release)} ${mandateInWords(mandate)}`)} ${mandateWarning(release)}
    ${statusFigures(all.map(asStatus), release.manifest.asOf) ?? ""}
  </div>`;
}

/** That the official text must be checked before use. */
export function mandateWarning({ manifest: { mandate } }: Release): HTMLElement {
  return html`<div class="notice" role="note">
    <p class="notice-title">${mandate.warning}</p>
    <p>${howChecked(mandate)}</p>
  </div>`;
}

function keptInWords({ manifest, ...release }: Release): string {
  const { mandate } = manifest;
  if (mandate.requirements.length === 0)
    return `${mandate.title} asks nothing of a student’s plan, so there is nothing to keep.`;
  const district = ofDistrict(release.rows("standings"));
  const all = district.filter(({ requirement }) => requirement === "all");
  const notMet = all.filter(isShown).find(({ standing }) => standing === "not-met");
  if (notMet === undefined)
    return `Whether students meet what ${mandate.title} asks cannot be said from this release.`;
  const open = all.filter(isShown).find(({ standing }) => standing === "not-determinable");
  const parts = [
    `${capital(shareInWords(notMet))} of ${counted(notMet.n ?? 0, "student")}${inGrades(mandate)} are missing at least one requirement of ${mandate.title}.`,
    ...mostOftenMissing(district, notMet.high),
    ...(open === undefined || open.low === 0
      ? []
      : [`For ${shareInWords(open)} it cannot be determined.`]),
  ];
  return parts.join(" ");
}

/** Everybody of the district, requirement by requirement. */
const ofDistrict = (rows: readonly StandingRow[]): readonly StandingRow[] =>
  rows.filter(({ level, breakdown }) => level === "district" && breakdown === "all");

/**
 * The requirement that most students miss, where the figures tell it: its band is above every other one,
 * and not above that of all requirements together.
 */
function mostOftenMissing(district: readonly StandingRow[], highest: number): readonly string[] {
  const [most, next] = district
    .filter(({ requirement, standing }) => requirement !== "all" && standing === "not-met")
    .filter(isShown)
    .sort((a, b) => (shareOrder(b) ?? 0) - (shareOrder(a) ?? 0));
  return most === undefined ||
    most.high === 0 ||
    most.high > highest ||
    (next !== undefined && most.low <= next.high)
    ? []
    : [`Most often missing: ${most.requirementName} (${shareInWords(most)}).`];
}

const inGrades = ({ gradesName }: MandateSummary): string =>
  gradesName === "" ? "" : ` in ${gradesName.toLowerCase()}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function mandateInWords(mandate: MandateSummary): string {
  const { forceName, planName, requirements } = mandate;
  const inForce = requirements.filter(({ isInForce }) => isInForce);
  const plan = planName === null ? "" : ` The plan is called ${planName} there.`;
  return `${forceName}: ${counted(inForce.length, "requirement")}${inGrades(mandate)}.${plan}`;
}

/** How far the texts behind the rules were checked. */
function howChecked({ requirements, duties }: MandateSummary): string {
  const asked = [...requirements, ...duties];
  const unchecked = asked.filter(({ status }) => status !== "confirmed");
  if (unchecked.length === 0)
    return "Each requirement and duty says where it is written and how far that was checked.";
  return `${wholeNumber(unchecked.length)} of ${counted(asked.length, "requirement")} and duties could only be recalled, or were not found; each says so.`;
}
