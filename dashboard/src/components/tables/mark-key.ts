import { html } from "htl";
import { TABLE_WORDS } from "../../words/tables.js";

/** A mark in a table, and what it means. */
export interface MarkMeaning {
  readonly mark: string;
  readonly meaning: string;
}

/** What the marks of a table mean. */
export function markKey(marks: readonly MarkMeaning[]): HTMLElement {
  return html`<dl class="mark-key" aria-label=${TABLE_WORDS.keyOfMarks}>
    ${marks.map(
      ({ mark, meaning }) =>
        html`<div>
          <dt>${mark}</dt>
          <dd>${meaning}</dd>
        </div>`,
    )}
  </dl>`;
}
