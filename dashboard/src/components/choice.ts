import { html } from "htl";
import { fromAddress, intoAddress } from "../release/address.js";

interface Choice {
  /** The name of the choice in the address. */
  readonly key: string;
  readonly legend: string;
  /** The first option is the one that an address without a choice means. */
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** Radio buttons and the parts of the page that depend on them; the choice is kept in the address. */
export function choice(
  { key, legend, options }: Choice,
  draw: (id: string) => readonly (Node | null)[],
): HTMLElement {
  const first = options[0]?.id ?? "";
  const asked = fromAddress(key);
  const chosen = options.some(({ id }) => id === asked) && asked !== null ? asked : first;
  const parts = html`<div class="chosen"></div>`;
  const redraw = (id: string): void =>
    parts.replaceChildren(...draw(id).filter((part) => part !== null));
  const buttons = html`<fieldset class="choice">
    <legend>${legend}</legend>
    <div class="choice-options">
      ${options.map(
        ({ id, name }) =>
          html`<label
            ><input type="radio" name=${key} value=${id} checked=${id === chosen} /><span
              >${name}</span
            ></label
          >`,
      )}
    </div>
  </fieldset>`;
  buttons.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const id = event.target.value;
    intoAddress(key, id === first ? null : id);
    redraw(id);
  });
  redraw(chosen);
  return html`<div>${buttons}${parts}</div>`;
}
