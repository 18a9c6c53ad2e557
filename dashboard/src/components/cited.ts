import { html } from "htl";
import type { CitedSummary } from "../../../functions/releases/manifest/mandate-summary.ts";

/** Where something is written, with the page that has it where one is known, and how far that was checked. */
export function cited({ citation, url, status, statusName }: CitedSummary): HTMLElement {
  return html`<span class="cited">
    ${citation} ${url === null ? "" : html`<a href="${url}">${new URL(url).hostname}</a>`}
    ${checked({ status, statusName })}
  </span>`;
}

/** How far it was checked; what nobody has read stands out. */
export const checked = ({
  status,
  statusName,
}: Pick<CitedSummary, "status" | "statusName">): HTMLElement =>
  html`<span class=${UNREAD.includes(status) ? "tag tag-doubt" : "tag"}>${statusName}</span>`;

const UNREAD = ["recalled", "not-found"];
