import { html } from "htl";

/**
 * Clears the screen, including the names of students, and says how to continue.
 * @param words of the sign-in, one paragraph per line
 */
export function showSignedOut(words: string): void {
  if (document.querySelector(".signed-out") !== null) return;
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  const main = html`<main class="signed-out" tabindex="-1">
    <h1>You are signed out</h1>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </main>`;
  document.title = "Signed out";
  document.body.replaceChildren(main);
  main.focus();
}
