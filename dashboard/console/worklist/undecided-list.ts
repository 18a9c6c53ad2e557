import { html } from "htl";
import type { CaseloadsAnswer } from "../../../functions/console/answers.ts";
import { counted } from "../words/numbers.js";

/** What no record of the school decides for anybody, and which record or text would: nobody is on the list for it. */
export const undecidedList = (undecided: CaseloadsAnswer["undecided"]): readonly HTMLElement[] =>
  undecided.length === 0
    ? []
    : [
        html`<section aria-labelledby="undecided">
          <h2 id="undecided">What cannot be determined for any student</h2>
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
