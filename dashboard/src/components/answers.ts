import { html } from "htl";
import type { Sentences } from "../../../functions/releases/manifest/manifest.ts";
import { linkTo } from "../release/address.js";
import { sentence } from "./section.js";

/** The three answers of the overview, each with the page that has more of it. */
export function answers({ kept, transitions, attendance }: Sentences): HTMLElement {
  return html`<div class="answers">
    ${answer("Is the mandate kept?", kept, "compliance", "Review compliance")}
    ${answer("Are students ready for the next move?", transitions, "transitions", "Transitions")}
    ${answer("Do plans go with better attendance?", attendance, "attendance", "Attendance and goals")}
  </div>`;
}

function answer(question: string, words: string, page: string, name: string): HTMLElement {
  return html`<section class="answer">
    <h2>${question}</h2>
    ${sentence(words)}
    <p><a class="onward" href="${linkTo(page)}">${name}</a></p>
  </section>`;
}
