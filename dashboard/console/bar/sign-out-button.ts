import { html } from "htl";
import { ask, tell } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";
import { showSignedOut } from "../asking/signed-out.js";

export function signOutButton(): HTMLElement {
  const button = html`<button type="button" class="sign-out">Sign out</button>`;
  const failed = html`<span role="status"></span>`;
  button.addEventListener("click", () => {
    signOut().catch((error: unknown) => {
      failed.textContent = `You are still signed in: ${wordsOf(error)}`;
    });
  });
  return html`<div class="out">${button} ${failed}</div>`;
}

async function signOut(): Promise<void> {
  await tell("/session/end", {});
  // The answer to one more request says how the console is opened again.
  await ask("/console/me").catch(() => undefined);
  showSignedOut("Close the window if others use this computer.");
}
