import { html } from "htl";
import type { MandateSummary } from "../../../functions/releases/mandate-summary.ts";
import type { StandingRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { bandInWords, bandOrder } from "../words/bands.js";
import { counted, wholeNumber } from "../words/numbers.js";
import { sentence } from "./section.js";
import { statusFigures } from "./status-figures.js";
import { asStatus } from "./standing-status.js";

/** Whether the mandate is kept as a whole, what it is, and that its text must be checked. */
export function mandateSentence(release: Release): HTMLElement {
  const { mandate } = release.manifest;
  const all = release
    .rows("standings")
    .filter(({ level, requirement }) => level === "district" && requirement === "all");
  return html`<div>
    ${sentence(`${keptInWords(release)} ${mandateInWords(mandate)}`)}
    <div class="notice" role="note">
      <p class="notice-title">${mandate.warning}</p>
      <p>${howChecked(mandate)}</p>
    </div>
    ${all.some(({ band }) => band !== null) ? statusFigures(all.map(asStatus)) : ""}
  </div>`;
}

function keptInWords({ manifest, ...release }: Release): string {
  const { mandate } = manifest;
  if (mandate.requirements.length === 0)
    return `${mandate.title} asks nothing of a student’s plan, so there is nothing to keep.`;
  const district = release.rows("standings").filter(({ level }) => level === "district");
  const all = district.filter(({ requirement }) => requirement === "all");
  const shareOf = (standing: string): string | null => {
    const band = all.find((each) => each.standing === standing)?.band ?? null;
    return band === null ? null : bandInWords(band);
  };
  const met = shareOf("met");
  const notMet = shareOf("not-met");
  const open = shareOf("not-determinable");
  const parts = [
    ...(met === null ? [] : [`${met} meet all of it`]),
    ...(notMet === null ? [] : [`${notMet} ${met === null ? "fall short of it" : "do not"}`]),
    ...(open === null ? [] : [`of ${open} it cannot be determined`]),
  ];
  if (parts.length > 0)
    return `Of ${counted(studentsOf(all), "student")} asked by ${mandate.title}, ${listed(parts)}.${shortfall(district)}`;
  return all.some(({ state }) => state === "hidden")
    ? `How many students meet all that ${mandate.title} asks is hidden to protect students.${shortfall(district)}`
    : `Whether students meet what ${mandate.title} asks cannot be said from this release.`;
}

function studentsOf(rows: readonly StandingRow[]): number {
  return rows.find(({ of }) => of !== null)?.of ?? 0;
}

/** The rule that most students fall short of, among those whose figure is shown. */
function shortfall(district: readonly StandingRow[]): string {
  const [most] = district
    .filter((row) => row.requirement !== "all" && row.standing === "not-met" && row.band !== null)
    .sort((a, b) => (bandOrder(b.band) ?? 0) - (bandOrder(a.band) ?? 0));
  if (most === undefined || most.band === null) return "";
  return ` Of the rules with a figure, most fall short of “${most.requirementName}”: ${bandInWords(most.band)}.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1) ?? ""}`;
}

function mandateInWords({ forceName, gradesName, planName, requirements }: MandateSummary): string {
  const inForce = requirements.filter(({ isInForce }) => isInForce);
  const whom = gradesName === "" ? "" : ` in ${gradesName.toLowerCase()}`;
  const plan = planName === null ? "" : ` The plan is called ${planName} there.`;
  return `${forceName}${whom}: ${counted(inForce.length, "rule")} in force.${plan}`;
}

/** How far the texts behind the rules were checked. */
function howChecked({ requirements, duties }: MandateSummary): string {
  const asked = [...requirements, ...duties];
  const unchecked = asked.filter(({ status }) => status !== "confirmed");
  if (unchecked.length === 0)
    return "Each rule and duty says where it is written and how far that was checked.";
  return `${wholeNumber(unchecked.length)} of ${counted(asked.length, "rule")} and duties could only be recalled, or were not found; each says so.`;
}
