import { html } from "htl";
import type { Today } from "../../../functions/console/today.ts";
import { counted } from "../words/numbers.js";

/** What no record decides, so that 0 overdue is not taken for kept; nothing where every requirement is decided for somebody. */
export function undecidedList({ undecided }: Today): readonly HTMLElement[] {
  if (undecided.length === 0) return [];
  return [
    html`<section class="undecided" aria-labelledby="undecided">
      <h2 id="undecided">What cannot be determined for any student</h2>
      <p>Nobody is counted above for these requirements, which does not mean that they are met.</p>
      <dl class="rules">
        ${undecided.map(
          ({ requirementName, students, wouldDecide }) =>
            html`<div>
              <dt>${requirementName} (${counted(students, "student")})</dt>
              <dd>What would decide it: ${wouldDecide}.</dd>
            </div>`,
        )}
      </dl>
    </section>`,
  ];
}
