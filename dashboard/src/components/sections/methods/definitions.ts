import { html } from "htl";
import type { MeasureDefinition } from "../../../../../functions/domain/figures/measure-definition.ts";
import { linkTo } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import { definitionWords as words } from "../../../words/methods/definitions.js";
import { measureWords } from "../../../words/terms/measure-definitions.js";
import { inEnglish } from "../../../words/terms/named.js";
import type { Parts } from "../../page/redrawn.ts";
import { worded } from "../../page/worded.js";

/** What each measure counts, of whom, without whom, and from what. */
export async function definitions(edition: Edition): Promise<Parts> {
  const { measures, mandate } = await edition.manifest();
  return [
    html`<p>${words.lead}</p>`,
    html`<p>
      ${words.requirementsOf} ${worded(inEnglish(mandate.title))}
      <cite lang="en">${mandate.citation}</cite>
      <a href="${linkTo("requirements")}">${words.allRequirements}</a>
    </p>`,
    html`<div>${measures.map(definition)}</div>`,
  ];
}

function definition(measure: MeasureDefinition): HTMLElement {
  const said = measureWords(measure);
  const facts: readonly (readonly [string, string])[] = [
    [words.definition, said.definition],
    [words.numerator, said.numerator],
    [words.denominator, said.denominator],
    [words.exclusions, said.exclusions],
    [words.source, inEnglish(measure.source)],
    [words.better, measure.isHigherBetter ? words.higher : words.lower],
    ...(measure.isValidated === false ? [[words.validation, words.notValidated] as const] : []),
    [words.version, String(measure.version)],
  ];
  return html`<details class="card" id=${measure.id}>
    <summary><h3>${worded(said.name)}</h3></summary>
    <dl class="facts">
      ${facts.map(
        ([name, text]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${worded(text)}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}
