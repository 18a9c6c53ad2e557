import { html } from "htl";
import { CHART_WORDS } from "../../words/charts.js";
import { fade } from "./fade.js";
import { lookOf } from "./part-looks.js";

/** A part and what readers call it. */
export interface NamedPart {
  readonly part: string;
  readonly name: string;
}

/**
 * Names parts beside a sample of how they look, in the order of the bars.
 * @param isSoft whether a bar has an uncertain end, which the key then explains
 */
export function partKey(parts: readonly NamedPart[], isSoft: boolean): HTMLElement {
  return html`<ul class="chart-key" aria-label=${CHART_WORDS.keyOfParts}>
    ${parts.map(({ part, name }) => html`<li>${partSwatch(part)} ${name}</li>`)}
    ${
      isSoft
        ? html`<li>
            <span class="part-swatch soft" aria-hidden="true"
              >${fade(["not-held", "on-time"])}</span
            >
            ${CHART_WORDS.softEnds}
          </li>`
        : ""
    }
  </ul>`;
}

/** A sample of how the part looks in a bar. */
export const partSwatch = (part: string): HTMLElement =>
  html`<span class="part-swatch part-${lookOf(part)}" aria-hidden="true"></span>`;
