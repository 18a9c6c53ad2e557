import { html } from "htl";
import { LANGUAGE, piecesOf, plainText } from "../../words/language.js";

interface PickOption {
  readonly value: string;
  /** A name that stays in English is marked so. */
  readonly label: string;
}

/**
 * A labelled list to pick one from.
 * @param key names it where it is drawn anew after each choice, so that it keeps the focus
 */
export function pick(
  label: string,
  options: readonly PickOption[],
  chosen: string,
  onPick: (value: string) => void,
  key = "",
): HTMLElement {
  const select = html`<select data-key=${key || null}>
    ${options.map((option) => optionOf(option, option.value === chosen))}
  </select>` as HTMLSelectElement;
  select.addEventListener("change", () => onPick(select.value));
  return html`<label class="pick"><span>${label}</span>${select}</label>`;
}

function optionOf({ value, label }: PickOption, isChosen: boolean): HTMLOptionElement {
  const option = new Option(plainText(label), value, isChosen, isChosen);
  const language = languageOf(label);
  if (language !== null) option.lang = language;
  return option;
}

/**
 * No part of an option can be marked as English, so a text with an English name in it is not
 * marked.
 */
const languageOf = (text: string): string | null =>
  LANGUAGE !== "en" && piecesOf(text).every(({ isEnglish }) => isEnglish) ? "en" : null;
