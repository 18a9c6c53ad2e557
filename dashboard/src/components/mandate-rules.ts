import { html } from "htl";
import type {
  MandateSummary,
  RequirementSummary,
} from "../../../functions/releases/manifest/mandate-summary.ts";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { cited } from "./cited.js";
import { cards, section } from "./section.js";

/** The mandate, requirement by requirement: what it asks, of whom, by when, how strongly, and where it is written. */
export function mandateRules({ manifest }: Release): HTMLElement | null {
  const { mandate } = manifest;
  const inForce = mandate.requirements.filter(({ isInForce }) => isInForce);
  const ofAnotherTime = mandate.requirements.filter(({ isInForce }) => !isInForce);
  if (mandate.requirements.length === 0) return null;
  return section(
    "Requirement by requirement",
    cards(...inForce.map((rule) => ruleCard(rule, mandate))),
    ofAnotherTime.length === 0
      ? null
      : html`<div>
          <h3 class="cards-title">Not in force on ${dayInWords(manifest.asOf)}</h3>
          ${cards(...ofAnotherTime.map((rule) => ruleCard(rule, mandate)))}
        </div>`,
    conventions(mandate),
  );
}

function ruleCard(rule: RequirementSummary, mandate: MandateSummary): HTMLElement {
  const open = mandate.notDeterminable.find(({ requirement }) => requirement === rule.id);
  const facts: readonly (readonly [name: string, words: Node | string | null])[] = [
    ["Asked of", rule.gradesName || mandate.gradesName],
    ["Due", dueInWords(rule)],
    ["Asks for", `${rule.kindName}: ${rule.modalityName.toLowerCase()}`],
    ["What hangs on it", rule.gate],
    ["In force", timeInWords(rule)],
    ["Whose rule", rule.isDistrictOwn ? "the district’s own, over the state’s" : null],
    ["Cannot be determined", open?.because ?? null],
    ["What would decide it", rule.wouldDecide ? `${rule.wouldDecide}.` : null],
    ["Written in", cited(rule)],
    ["Not confirmed", rule.notConfirmed ?? null],
  ];
  return html`<section class="card rule" id=${rule.id}>
    <h3>${rule.name}</h3>
    <p>${rule.rule}</p>
    <dl class="facts">
      ${facts
        .filter(([, words]) => words !== null && words !== "")
        .map(
          ([name, words]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
    </dl>
  </section>`;
}

function dueInWords({ due, dueBasis }: RequirementSummary): HTMLElement {
  return html`<span
    >${due}${
      dueBasis === "text"
        ? ""
        : html`<small>A convention of this project: the text names no day.</small>`
    }</span
  >`;
}

function timeInWords({ effectiveFrom, effectiveUntil }: RequirementSummary): string | null {
  const from = effectiveFrom === null ? "" : `from ${dayInWords(effectiveFrom)}`;
  const until = effectiveUntil === null ? "" : `until ${dayInWords(effectiveUntil)}`;
  return [from, until].filter((words) => words !== "").join(" ") || null;
}

/** What is counted by a convention where the texts are silent. */
function conventions({ conventions: lines }: MandateSummary): HTMLElement | null {
  if (lines.length === 0) return null;
  return html`<div class="card">
    <h3>Where the texts are silent</h3>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </div>`;
}
