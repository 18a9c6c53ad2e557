import { html } from "htl";
import { keepInNavigation, linkTo } from "../../release/address.js";
import { notFoundWords as words } from "../../words/not-found.js";
import { pageWords } from "../../words/page.js";
import { speak } from "../page/language-of-page.js";

/**
 * The page at an address that does not exist: what may be wrong with it, and every page of the
 * site.
 */
export function notFound(): HTMLElement {
  speak();
  keepInNavigation();
  const title = document.querySelector("#observablehq-main h1");
  if (title !== null) title.textContent = words.title;
  document.title = [words.title, pageWords.site].join(" | ");
  return html`<div class="page" data-state="no-page">
    <div class="notice" role="note">
      <p>${words.body}</p>
      <ul>
        ${Object.entries(pageWords.names).map(
          ([page, name]) => html`<li><a href=${fromRoot(linkTo(page))}>${name}</a></li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** The address may be in folders that do not exist, so links begin at the root. */
const fromRoot = (address: string): string => new URL(address, `${location.origin}/`).href;
