import { html } from "htl";
import type {
  CitedSummary,
  MandateSummary,
  RequirementSummary,
} from "../../../../../functions/releases/manifest/mandate-summary.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { gradesInWords } from "../../../words/formats/grades.js";
import { english } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import {
  factStatusName,
  dueBasisName,
  gateName,
  modalityName,
  requirementKindName,
} from "../../../words/terms/mandates.js";
import { worded } from "../../page/worded.js";

/** One requirement: what it asks, of whom, by which calendar date, how strongly, and where it is written. */
export function ruleCard(rule: RequirementSummary, mandate: MandateSummary): HTMLElement {
  return html`<section class="card rule" id=${rule.id}>
    <h3 lang="en">${rule.name}</h3>
    ${ruleBody(rule, mandate)}
  </section>`;
}

export function ruleBody(rule: RequirementSummary, mandate: MandateSummary): HTMLElement {
  const open = mandate.notDeterminable.find(({ requirement }) => requirement === rule.id);
  const facts: readonly (readonly [name: string, fact: string | HTMLElement | null])[] = [
    [words.ofWhom, gradesInWords(rule.grades.length > 0 ? rule.grades : mandate.grades)],
    [words.due, dueInWords(rule)],
    [
      words.strength,
      `${requirementKindName(rule.kind, rule.kindName)}: ${modalityName(rule.modality, rule.modalityName)}`,
    ],
    [words.gate, rule.gate === null ? null : gateName(rule.gate, rule.gate)],
    [words.inForce, timeInWords(rule)],
    [words.ownRule, rule.isDistrictOwn ? "✓" : null],
    [words.because, open === undefined ? null : english(open.because)],
    [words.wouldDecide, rule.wouldDecide === "" ? null : english(rule.wouldDecide)],
    [words.source, cited(rule)],
  ];
  return html`<div>
    <p lang="en">${rule.rule}</p>
    <dl class="facts">
      ${facts.map(([name, fact]) =>
        fact === null || fact === ""
          ? ""
          : html`<div>
              <dt>${name}</dt>
              <dd>${typeof fact === "string" ? worded(fact) : fact}</dd>
            </div>`,
      )}
    </dl>
  </div>`;
}

/** Always with its calendar date; the share of the year that it rests on stands beside it. */
function dueInWords({ due, dueOn, dueBasis }: RequirementSummary): HTMLElement {
  const dates =
    dueOn === null
      ? words.noDay
      : dueOn.first === dueOn.last
        ? words.dueOn(dayInWords(dueOn.first))
        : words.dueBetween(dayInWords(dueOn.first), dayInWords(dueOn.last));
  return html`<span
    >${dates} <small lang="en">${due}</small>${
      dueBasis === "text" ? "" : html`<small>${worded(dueBasisName(dueBasis, dueBasis))}</small>`
    }</span
  >`;
}

function timeInWords({ effectiveFrom, effectiveUntil }: RequirementSummary): string | null {
  const from = effectiveFrom === null ? [] : [words.from(dayInWords(effectiveFrom))];
  const until = effectiveUntil === null ? [] : [words.until(dayInWords(effectiveUntil))];
  return [...from, ...until].join(" ") || null;
}

/** Where it is written, how far that was checked, and who of the district read it. */
export function cited(
  rule: CitedSummary & Partial<Pick<RequirementSummary, "notConfirmed" | "confirmedBy">>,
): HTMLElement {
  const { citation, url, read, notConfirmed = null, confirmedBy = null } = rule;
  return html`<span class="cited"
    ><span lang="en">${url === null ? citation : html`<a href=${url}>${citation}</a>`}</span>
    <small>${worded(factStatusName(rule.status, rule.statusName))}</small>${
      read === null
        ? ""
        : html`<small>${worded(words.readOn(dayInWords(read.on), read.edition))}</small>`
    }${notConfirmed === null ? "" : html`<small lang="en">${notConfirmed}</small>`}${
      confirmedBy === null ? "" : html`<small>${worded(confirmation(confirmedBy))}</small>`
    }</span
  >`;
}

function confirmation({ on, by, source }: NonNullable<RequirementSummary["confirmedBy"]>): string {
  return by === null || source === null
    ? words.confirmedOn(dayInWords(on))
    : words.confirmedBy(dayInWords(on), by, source);
}
