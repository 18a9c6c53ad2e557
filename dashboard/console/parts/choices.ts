import { html } from "htl";
import { pick } from "../../src/components/page/pick.js";

export interface Option {
  readonly id: string;
  readonly name: string;
}

/** The value for no choice: no identifier begins and ends with a blank. */
const ALL = " all ";

/**
 * A list to choose one from, or none.
 * @param chosen null where nothing is chosen; what the list does not have is added as it is
 */
export function choose(
  label: string,
  all: string,
  options: readonly Option[],
  chosen: string | null,
  onChoice: (id: string | null) => void,
): HTMLElement {
  const isKnown = chosen === null || options.some(({ id }) => id === chosen);
  const kept = isKnown ? options : [...options, { id: chosen, name: chosen }];
  return pick(
    label,
    [{ id: ALL, name: all }, ...kept].map(({ id, name }) => ({ value: id, label: name })),
    chosen ?? ALL,
    (id) => onChoice(id === ALL ? null : id),
  );
}

/** A field to write into, heard when it is left or Enter is pressed. */
export function field(
  label: string,
  type: "date" | "text",
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const input = html`<input type=${type} value=${value} autocomplete="off" />` as HTMLInputElement;
  input.addEventListener("change", () => onChange(input.value.trim()));
  return html`<label class="pick"><span>${label}</span>${input}</label>`;
}
