import { html } from "htl";
import type { PlanQuestion } from "../../../functions/console/plans/plan-answers.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/** Patterns in plans and reviews as questions to schools, in a fixed order: nobody is ranked. */
export function questionList(questions: readonly PlanQuestion[] | null): HTMLElement {
  return html`<section aria-labelledby="questions">
    <h2 id="questions">Questions to look into</h2>
    <p class="about">
      These patterns can come from filling in boxes, and can have good reasons. Each is a question
      to a school, and no finding about a person.
    </p>
    ${partsOf(questions)}
  </section>`;
}

function partsOf(questions: readonly PlanQuestion[] | null): readonly HTMLElement[] {
  if (questions === null) {
    return [
      html`<p class="none">
        This edition was made before patterns were noted; the next one has them.
      </p>`,
    ];
  }
  const seen = questions.filter(({ schools }) => schools.length > 0);
  const asked = seen.filter(({ schools }) => schools.some(({ count }) => count > 0));
  const silent = seen.filter((question) => !asked.includes(question));
  const unknown = questions.filter(({ schools }) => schools.length === 0);
  return [
    html`<div class="questions-asked">${asked.map(questionPart)}</div>`,
    ...(silent.length === 0 ? [] : [sentence("No student shows:", silent)]),
    ...(unknown.length === 0 ? [] : [sentence("Not enough data:", unknown)]),
    ...(questions.length === 0
      ? [html`<p class="none">You see exact figures of none of these schools.</p>`]
      : []),
  ];
}

const sentence = (begin: string, questions: readonly PlanQuestion[]): HTMLElement =>
  html`<p class="none">${begin} ${questions.map(({ name }) => name.toLowerCase()).join("; ")}.</p>`;

function questionPart({ id, name, question, meaning, schools }: PlanQuestion): HTMLElement {
  const some = schools.filter(({ count }) => count > 0);
  const others = schools.length - some.length;
  return html`<article class="entry question" aria-labelledby=${`question-${id}`}>
    <h3 id=${`question-${id}`}>${question}</h3>
    <p class="pattern">${name}</p>
    <ul>
      ${some.map(
        ({ name: school, count, n }) =>
          html`<li>${school}: ${wholeNumber(count)} of ${counted(n, "student")}</li>`,
      )}
      ${others === 0 ? "" : html`<li class="none">${counted(others, "other school")}: no student</li>`}
    </ul>
    <details>
      <summary>Whom this counts</summary>
      <p>${meaning}</p>
    </details>
  </article>`;
}
