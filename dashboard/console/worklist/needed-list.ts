import { html } from "htl";
import type { WorklistAnswer } from "../../../functions/console/answers.ts";
import { wholeNumber } from "../words/numbers.js";
import { pagedList } from "../parts/paged-list.js";
import { askWorklist } from "./ask-worklist.js";
import type { Asked } from "./asked.js";
import { entryItem } from "./entry-item.js";
import { rulesList } from "./rules-list.js";

/** Who needs what next, and the rules that it rests on. */
export function neededList(asked: Asked, first: WorklistAnswer, all: number): HTMLElement {
  const rules = rulesList();
  const { named } = first;
  const withheld =
    named < all ? `. You may not see the names behind ${wholeNumber(all - named)} more` : "";
  const { shown, list, more } = pagedList<WorklistAnswer>({
    list: html`<ol class="entries"></ol>`,
    first,
    all: named,
    entriesOf: ({ entries }) => {
      rules.add(entries);
      return entries.map(entryItem);
    },
    ask: (after) => askWorklist(asked, after),
    shownInWords: (shown) =>
      `${wholeNumber(shown)} of ${wholeNumber(named)} shown, most urgent first${withheld}.`,
  });
  return html`<div>
    <section aria-labelledby="next">
      <h2 id="next">Who needs what next</h2>
      ${shown}${list}${more}
    </section>
    ${rules.section}
  </div>`;
}
