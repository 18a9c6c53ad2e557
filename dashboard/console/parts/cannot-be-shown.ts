import { html } from "htl";
import { wordsOf } from "../asking/refusal.js";

/** A refusal in the words of the console, with a way to try again and one that leads on. */
export const cannotBeShown = (
  error: unknown,
  wayOn: { readonly address: string; readonly words: string },
): HTMLElement =>
  html`<div class="notice" role="alert">
    <p class="notice-title">This cannot be shown</p>
    <p>${wordsOf(error)}</p>
    <p>
      <a href=${location.href}>Try again</a> ·
      <a href=${wayOn.address}>${wayOn.words}</a>
    </p>
  </div>`;
