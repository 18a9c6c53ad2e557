import { html } from "htl";
import type { Notice } from "../../../functions/console/answers.ts";
import { counted } from "../words/numbers.js";

/**
 * More notices than this are folded: twenty files that fail in one night must not push the figures
 * off the screen.
 */
const MOST_NOTICES = 2;

/** What is missing, old or failed, each with what to do. */
export function noticeList(notices: readonly Notice[]): readonly HTMLElement[] {
  if (notices.length === 0) return [];
  const [first, more] = [notices.slice(0, MOST_NOTICES), notices.slice(MOST_NOTICES)];
  return [
    html`<div class="console-notices">
      ${first.map(noticeItem)}
      ${
        more.length === 0
          ? ""
          : html`<details>
              <summary>${counted(more.length, "more notice")}</summary>
              ${more.map(noticeItem)}
            </details>`
      }
    </div>`,
  ];
}

const noticeItem = ({ id, text, remedy }: Notice): HTMLElement =>
  html`<div class="console-notice" role="note" data-notice=${id}>
    <p><strong>${text}</strong></p>
    <p>${remedy}</p>
  </div>`;
