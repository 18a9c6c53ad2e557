import { html } from "htl";
import { isForbidden, wordsOf } from "../asking/refusal.js";

/**
 * A refusal in the words of the console, with a button to try again and a link onward. If the
 * reader's roles do not allow it, neither helps, and the bar has the pages that the reader may use.
 */
export const cannotBeShown = (
  error: unknown,
  wayOn: { readonly address: string; readonly words: string },
): HTMLElement =>
  html`<div class="notice" role="alert">
    <p class="notice-title">This cannot be shown</p>
    <p>${wordsOf(error)}</p>
    <p>
      ${
        isForbidden(error)
          ? html`<a href="#console-pages">To the pages you may open</a>`
          : html`<a href=${location.href}>Try again</a> ·
              <a href=${wayOn.address}>${wayOn.words}</a>`
      }
    </p>
  </div>`;
