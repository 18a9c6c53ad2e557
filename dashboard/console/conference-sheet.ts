/** One page for the meeting with student and family, in English or Spanish. */
import { html } from "htl";
import { LANGUAGE } from "../src/words/language.js";
import { sheet } from "./conference-sheet/sheet.js";
import { cannotBeShown } from "./parts/cannot-be-shown.js";
import { pagePlace } from "./parts/page-place.js";
import { addressOf, askSheet } from "./student/ask-student.js";

const place = pagePlace("conference-sheet");
const key = new URLSearchParams(location.search).get("student");
askSheet(key)
  .then(
    (of) => ["ready", [tools(key ?? ""), sheet(of, LANGUAGE)]] as const,
    (error: unknown) => ["failed", failed(error)] as const,
  )
  .then(([state, parts]) => {
    place.replaceChildren(heading(), ...parts);
    place.dataset["state"] = state;
  })
  .catch((error: unknown) => reportError(error));

const heading = (): HTMLElement => html`<h1>Conference sheet</h1>`;

/** The way back, the language, and the printer. */
function tools(student: string): HTMLElement {
  const print = html`<button type="button">Print</button>`;
  print.addEventListener("click", () => window.print());
  const language = (id: "en" | "es", name: string) =>
    html`<a
      href=${addressOf("conference-sheet", student, id)}
      lang=${id}
      aria-current=${LANGUAGE === id ? "true" : null}
      >${name}</a
    >`;
  return html`<div class="tools" role="group" aria-label="Language and printing">
    <a href=${addressOf("student", student)}>Back to the student</a>
    ${language("en", "English")} ${language("es", "Español")} ${print}
  </div>`;
}

const failed = (error: unknown): readonly HTMLElement[] => [
  cannotBeShown(error, { address: "/students.html", words: "To the list of students" }),
];
