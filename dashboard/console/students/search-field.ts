import { html } from "htl";

/** A reader has finished typing if no letter came for this long, in milliseconds. */
const STILL = 250;

/**
 * The field to search for a student by name or id. What is typed goes into a header, which no
 * address keeps.
 */
export function searchField(
  search: string,
  onSearch: (search: string) => void,
): { readonly field: HTMLElement; readonly show: (search: string) => void } {
  const input = html`<input
    type="search"
    autocomplete="off"
    spellcheck="false"
  />` as HTMLInputElement;
  input.value = search;
  let asked = search;
  let waiting = 0;
  const tell = (): void => {
    clearTimeout(waiting);
    if (input.value.trim() === asked) return;
    asked = input.value.trim();
    onSearch(asked);
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(tell, STILL);
  });
  // Enter, and the cross that empties the field.
  input.addEventListener("search", tell);
  input.addEventListener("change", tell);
  return {
    field: html`<label class="pick search"><span>Name or ID</span>${input}</label>`,
    show: (value) => {
      if (value === asked) return;
      asked = value;
      input.value = value;
    },
  };
}
