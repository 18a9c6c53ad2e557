import { html } from "htl";
import type { LinkedCount } from "../../../functions/console/counselor-answers.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/** Numbers side by side, each a link to the students whom it counts. */
export const linkedCounts = (label: string, numbers: readonly LinkedCount[]): HTMLElement =>
  html`<ul class="linked-counts" aria-label=${label}>
    ${numbers.map((number) => html`<li>${number.name}: ${linkedCount(number, label)}</li>`)}
  </ul>`;

/** A number opens its students; nobody is behind a 0. @param whose of whom it is, for those who hear it alone */
export const linkedCount = ({ name, count, query }: LinkedCount, whose: string): HTMLElement =>
  count === 0
    ? html`<span class="none">0</span>`
    : html`<a
        href=${`/students.html?${query}`}
        aria-label=${`${counted(count, "student")}: ${name}, ${whose}`}
        >${wholeNumber(count)}</a
      >`;
