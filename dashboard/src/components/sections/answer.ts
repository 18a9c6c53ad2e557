import { html } from "htl";
import type { Message } from "../../../../functions/releases/words/message.ts";
import { messageText } from "../../words/messages/message-text.js";
import { worded } from "../page/worded.js";

/** The answer to the page's question: its first sentence large, what qualifies it beneath. */
export function answer([first, ...rest]: readonly Message[]): HTMLElement | null {
  if (first === undefined) return null;
  return html`<div class="answer">
    <p class="answer-first">${worded(messageText(first))}</p>
    ${
      rest.length === 0
        ? ""
        : html`<p class="answer-more">
            ${worded(rest.map((message) => messageText(message)).join(" "))}
          </p>`
    }
  </div>`;
}
