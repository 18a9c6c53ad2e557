import { html } from "htl";
import { pageWords } from "../../words/page.js";
import { failedNotice } from "./notices.js";
import type { Parts } from "./redrawn.ts";

/** A part of a page that stands for itself until what it draws is read, and says so where that fails. */
export function drawnLater(parts: Promise<Parts>): HTMLElement {
  const place = html`<div class="drawn-later" aria-busy="true">
    <p class="loading" role="status">${pageWords.loadingMore}</p>
  </div>`;
  void parts
    .then(
      (drawn) => place.replaceChildren(...drawn.filter((part) => part !== null)),
      (error: unknown) => {
        place.replaceChildren(failedNotice(error));
        reportError(error);
      },
    )
    .finally(() => place.removeAttribute("aria-busy"));
  return place;
}
