import { html } from "htl";
import { fileOrColumn } from "../../../words/terms/files.js";

/**
 * The name of a file or column, which breaks between its words where it has no room:
 * "calendar|Dates.csv", "action_|steps.csv".
 */
export const fileName = (name: string): HTMLElement =>
  html`<code
    >${fileOrColumn(name)
      .split(/(?<=[a-z\d])(?=[A-Z])|(?<=[_-])/)
      .flatMap((word, index) => (index === 0 ? [word] : [html`<wbr />`, word]))}</code
  >`;
