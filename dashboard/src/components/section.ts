import { html } from "htl";
import { linkTo } from "../release/address.js";

/** The answer to the page's question: its first sentence large, what qualifies it beneath. */
export function sentence(text: string): HTMLElement {
  // "0.2 points." does not end a sentence at its first point.
  const [, first = text, rest = ""] = /^(.*?[.!?])\s+(?=\p{Lu}|\d)(.*)$/su.exec(text) ?? [];
  return html`<div class="sentence">
    <p>${first}</p>
    ${rest ? html`<p class="sentence-more">${rest}</p>` : ""}
  </div>`;
}

/** A titled part of a page. */
export function section(title: string, ...parts: readonly (Node | null)[]): HTMLElement {
  return html`<section class="part">
    <h2>${title}</h2>
    ${parts.filter((part) => part !== null)}
  </section>`;
}

/** A titled card; where a page has several of them, they stand in `cards`. */
export function card(title: string, ...parts: readonly (Node | null)[]): HTMLElement {
  return html`<section class="card">
    <h3>${title}</h3>
    ${parts.filter((part) => part !== null)}
  </section>`;
}

export function cards(...parts: readonly (Node | null)[]): HTMLElement {
  return html`<div class="cards">${parts.filter((part) => part !== null)}</div>`;
}

/** Cards of one kind and one scale, narrow enough to stand three in a row. */
export function smallMultiples(...parts: readonly (Node | null)[]): HTMLElement {
  const row = cards(...parts);
  row.classList.add("small-multiples");
  return row;
}

type Onward = readonly [
  page: string,
  name: string,
  parameters?: { readonly [key: string]: string },
];

/** What to do next: the pages, by their address and name, that go on from here. */
export function onward(...pages: readonly Onward[]): HTMLElement {
  return html`<nav class="part" aria-label="What to do next">
    <h2>What to do next</h2>
    <ul class="onward-list">
      ${pages.map(
        ([page, name, parameters]) =>
          html`<li><a class="onward" href="${linkTo(page, parameters)}">${name}</a></li>`,
      )}
    </ul>
  </nav>`;
}
