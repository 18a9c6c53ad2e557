import { html } from "htl";

/**
 * Takes everything off the screen, the names of students with it, and says how to go on.
 * @param words of whatever signs people in, a paragraph on each line
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
