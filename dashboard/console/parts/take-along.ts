import { html } from "htl";

interface File {
  readonly name: string;
  readonly address: string;
}

/** A list as files, and on paper. */
export function takeAlong(...files: readonly File[]): HTMLElement {
  const print = html`<button type="button">Print</button>`;
  print.addEventListener("click", () => window.print());
  return html`<div class="tools" role="group" aria-label="Take the list along">
    ${files.map(({ name, address }) => html`<a href=${address} download>${name}</a>`)} ${print}
  </div>`;
}
