import { html } from "htl";
import type { StaffWorklist } from "../../functions/pipeline/staff-answer.ts";
import { wholeNumber } from "../src/words/numbers.js";
import { askWorklist } from "./ask-server.js";
import type { Asked } from "./asked.js";
import { entryItem } from "./entry-item.js";
import { rulesList } from "./rules-list.js";

/** The list page by page: the first at once, each further one when the reader asks for it. */
export function pagedList(asked: Asked, first: StaffWorklist, all: number): HTMLElement {
  const list = html`<ol class="entries" tabindex="-1"></ol>`;
  const rules = rulesList();
  const shown = html`<p class="shown" role="status"></p>`;
  const more = html`<button type="button" class="more">Show more</button>`;
  let next: string | null = null;
  const add = (page: StaffWorklist): void => {
    list.append(...page.entries.map(entryItem));
    rules.add(page.entries);
    next = page.next;
    // The last page may be empty: only the count of all says how many there are.
    more.hidden = next === null || list.childElementCount >= all;
    shown.textContent = `${wholeNumber(list.childElementCount)} of ${wholeNumber(all)} shown, most urgent first.`;
  };
  add(first);
  more.addEventListener("click", () => {
    more.toggleAttribute("disabled", true);
    const at = list.childElementCount;
    askWorklist(asked, next)
      .then(
        (page) => {
          add(page);
          focusOn(list.children[at]);
        },
        (error: unknown) => {
          shown.textContent = `More cannot be shown: ${error instanceof Error ? error.message : "not understood"}`;
        },
      )
      .finally(() => more.toggleAttribute("disabled", false));
  });
  return html`<div>
    <section aria-labelledby="next">
      <h2 id="next">Who needs what next</h2>
      ${shown}${list}${more}
    </section>
    ${rules.section}
  </div>`;
}

/** Reading goes on with the first entry that is new. */
function focusOn(entry: Element | undefined): void {
  if (!(entry instanceof HTMLElement)) return;
  entry.tabIndex = -1;
  entry.focus();
}
