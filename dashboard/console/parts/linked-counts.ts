import { html } from "htl";
import type { LinkedCount } from "../../../functions/console/counselor-answers.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/** Numbers side by side, each a link to the students whom it counts. */
export const linkedCounts = (label: string, numbers: readonly LinkedCount[]): HTMLElement =>
  html`<ul class="linked-counts" aria-label=${label}>
    ${numbers.map((number) => html`<li>${number.name}: ${linkedCount(number, label)}</li>`)}
  </ul>`;

/**
 * A number is a link to its students; 0 is not.
 * @param whose whose number it is, for screen readers
 */
export const linkedCount = ({ name, count, query }: LinkedCount, whose: string): HTMLElement =>
  count === 0
    ? html`<span class="none">0</span>`
    : html`<a
        href=${`/students.html?${query}`}
        aria-label=${`${counted(count, "student")}: ${name}, ${whose}`}
        >${wholeNumber(count)}</a
      >`;
