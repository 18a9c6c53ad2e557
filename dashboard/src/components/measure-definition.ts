import { html } from "htl";
import type { MeasureDefinition } from "../../../functions/domain/figures/measure-definition.ts";

/** What a measure counts, of whom, without whom, and from what. */
export function measureDefinition(measure: MeasureDefinition): HTMLElement {
  const facts = [
    ["Definition", measure.definition],
    ["Students counted", measure.numerator],
    ["Of students", measure.denominator],
    ["Left out", measure.exclusions],
    ["Source", measure.source],
    ["Better when", measure.isHigherBetter ? "higher" : "lower"],
    ["Version", String(measure.version)],
  ] as const;
  return html`<dl class="facts">
    ${facts.map(
      ([name, words]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl>`;
}
