import { html } from "htl";
import { isForbidden, wordsOf } from "../asking/refusal.js";

/**
 * A refusal in the words of the console, with a way to try again and one that leads on. Where the
 * reader's roles do not allow it neither helps: the way is to the pages that the bar offers.
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
