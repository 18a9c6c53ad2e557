import { html } from "htl";
import { here } from "../../release/address.js";
import type { NotHere } from "../../release/not-here.ts";
import { noticeWords as words } from "../../words/notices.js";
import { worded } from "./worded.js";

/**
 * Says what the address asks for that does not exist, and links to what is shown instead; null
 * where everything exists.
 */
export const notHere = (missing: readonly NotHere[]): HTMLElement | null =>
  missing.length === 0
    ? null
    : html`<div class="notice" role="note">
        ${missing.map(
          ({ sentence, shown, parameters }) =>
            html`<p>
              ${worded(sentence)} ${words.shownInstead}
              <a href=${here(parameters)}>${worded(shown)}</a>.
            </p>`,
        )}
      </div>`;
