import { html } from "htl";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { isWhollyExact } from "../release/exactness.js";
import { EXACT_MARKS, MARKS, PARTLY_EXACT_MARKS, type StateWords } from "../words/states.js";

/** What the marks of an edition's tables mean: exact figures have no bands. */
export function markKey(manifest: ReleaseManifest): HTMLElement {
  if (manifest.edition === "public") return keyOf(MARKS);
  return keyOf(isWhollyExact(manifest) ? EXACT_MARKS : PARTLY_EXACT_MARKS);
}

/** What these marks mean. */
export function keyOf(marks: readonly StateWords[]): HTMLElement {
  return html`<dl class="marks" aria-label="Key of marks">
    ${marks.map(
      ({ mark, meaning }) =>
        html`<div>
          <dt>${mark}</dt>
          <dd>${meaning}</dd>
        </div>`,
    )}
  </dl>`;
}
