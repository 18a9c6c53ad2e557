import { html } from "htl";
import type { Message } from "../../../../functions/releases/words/message.ts";
import { messageText } from "../../words/messages/message-text.js";
import { worded } from "../page/worded.js";

/** The answer to the page's question: its first sentence large, what qualifies it beneath. */
export const answer = (messages: readonly Message[]): HTMLElement | null =>
  sentences(messages.map((message) => messageText(message)));

/** The same of sentences that are in the reader's language already. */
export function sentences([first, ...rest]: readonly string[]): HTMLElement | null {
  if (first === undefined) return null;
  return html`<div class="answer">
    <p class="answer-first">${worded(first)}</p>
    ${rest.length === 0 ? "" : html`<p class="answer-more">${worded(rest.join(" "))}</p>`}
  </div>`;
}
