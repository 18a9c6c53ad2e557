import { html } from "htl";
import type { Conversation } from "../../../functions/console/counselor-answers.ts";
import { gradeInWords } from "../words/grades.js";

/**
 * The plans that most need a conversation, each with its reasons and a link to the student.
 * @param more a further part of the section, such as a link
 */
export const conversationList = (
  conversations: readonly Conversation[],
  more: HTMLElement | "" = "",
): HTMLElement =>
  html`<section class="conversations" aria-labelledby="conversations">
    <h2 id="conversations">Plans that most need a conversation</h2>
    <p class="about">
      At most three, those with the most reasons first. A reason is a question to ask, and no
      judgment of the student or of whoever made the plan.
    </p>
    <ol class="entries">
      ${conversations.map(
        ({ key, student, familyName, givenName, grade, schoolName, reasons }) =>
          html`<li class="entry">
            <h3>
              <a href=${`/student.html?student=${key}`}>${familyName}, ${givenName}</a>
            </h3>
            <p class="who-it-is">${student} · grade ${gradeInWords(grade)} · ${schoolName}</p>
            <ul class="reasons">
              ${reasons.map(({ name }) => html`<li>${name}</li>`)}
            </ul>
          </li>`,
      )}
    </ol>
    ${more}
  </section>`;
