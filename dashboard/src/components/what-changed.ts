import { html } from "htl";
import { editionName } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { section } from "./section.js";

/** What is different from the release before, in plain words. */
export function whatChanged({ manifest }: Release): HTMLElement {
  const { changes } = manifest.sentences;
  if (changes.length > 0) {
    return section(
      "What changed",
      html`<ul class="changes">
        ${changes.map((change) => html`<li>${change}</li>`)}
      </ul>`,
    );
  }
  return section(
    "What changed",
    manifest.previousRelease === null
      ? html`<p>
          This is the first ${editionName(manifest)} of the school year, so there is nothing to
          compare it with yet.
        </p>`
      : html`<p>
          Nothing has come due since the ${editionName(manifest)} before, and no headline figure is
          shown higher or lower.
        </p>`,
  );
}
