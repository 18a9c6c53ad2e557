import { html } from "htl";

interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * A labelled list to pick one from.
 * @param key names it where it is drawn anew after each choice, so that it keeps the focus
 */
export function pick(
  label: string,
  options: readonly Option[],
  chosen: string,
  onPick: (value: string) => void,
  key = "",
): HTMLElement {
  const select = html`<select data-key=${key || null}>
    ${options.map(
      ({ value, label: text }) =>
        html`<option value=${value} selected=${value === chosen}>${text}</option>`,
    )}
  </select>` as HTMLSelectElement;
  select.addEventListener("change", () => onPick(select.value));
  return html`<label class="pick"><span>${label}</span>${select}</label>`;
}
