import { html } from "htl";
import type { CitedSummary } from "../../../functions/releases/mandate-summary.ts";

/** Where something is written, with the page that has it where one is known, and how far that was checked. */
export function cited({ citation, url, status, statusName }: CitedSummary): HTMLElement {
  return html`<span class="cited">
    ${citation} ${url === null ? "" : html`<a href="${url}">${new URL(url).hostname}</a>`}
    <span class=${status === "confirmed" ? "tag" : "tag tag-doubt"}>${statusName}</span>
  </span>`;
}
