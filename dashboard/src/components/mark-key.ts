import { html } from "htl";
import { MARKS } from "../words/states.js";

/** What the marks of a table mean. */
export function markKey(): HTMLElement {
  return html`<dl class="marks" aria-label="Key of marks">
    ${MARKS.map(
      ({ mark, meaning }) =>
        html`<div>
          <dt>${mark}</dt>
          <dd>${meaning}</dd>
        </div>`,
    )}
  </dl>`;
}
