import { html } from "htl";
import { wordsOf } from "../asking/refusal.js";

interface Page {
  /** The value to ask for the next page with; null at the end. */
  readonly next: string | null;
}

interface Paged<P extends Page> {
  /** What the entries are put into. */
  readonly list: HTMLElement;
  readonly first: P;
  readonly entriesOf: (page: P) => readonly HTMLElement[];
  readonly ask: (after: string) => Promise<P>;
  /** The sentence on how many are shown, and whether that is all. */
  readonly shownInWords: (shown: number, isEnd: boolean) => string;
  /** How many there are in all, where that is known. */
  readonly all?: number;
}

interface PagedParts {
  readonly shown: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLElement;
}

/** A list page by page: the first at once, each further one when the reader asks for it. */
export function pagedList<P extends Page>(of: Paged<P>): PagedParts {
  const { list, first, entriesOf, ask, shownInWords, all = Infinity } = of;
  const shown = html`<p class="shown" role="status"></p>`;
  const more = html`<button type="button" class="more">Show more</button>`;
  let next: string | null = null;
  const add = (page: P): void => {
    list.append(...entriesOf(page));
    next = page.next;
    // The last page may be empty: only the count of all says how many there are.
    more.hidden = next === null || list.childElementCount >= all;
    shown.textContent = shownInWords(list.childElementCount, next === null);
  };
  add(first);
  more.addEventListener("click", () => {
    if (next === null) return;
    more.toggleAttribute("disabled", true);
    const firstNewIndex = list.childElementCount;
    ask(next)
      .then(
        (page) => {
          add(page);
          focusOn(list.children[firstNewIndex]);
        },
        (error: unknown) => {
          shown.textContent = `More cannot be shown: ${wordsOf(error)}`;
        },
      )
      .finally(() => more.toggleAttribute("disabled", false));
  });
  return { shown, list, more };
}

/** Reading goes on with the first entry that is new. */
function focusOn(entry: Element | undefined): void {
  if (!(entry instanceof HTMLElement)) return;
  entry.tabIndex = -1;
  entry.focus();
}
