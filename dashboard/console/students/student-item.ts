import { html } from "htl";
import type { ListedStudent } from "../../../functions/console/answers.ts";
import { dayInWords, daysInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";
import { wordsOf } from "../asking/refusal.js";
import { askStudent } from "./ask-students.js";
import { studentDetail } from "./student-detail.js";

/** One student: who, what of the requirement that is asked for, what comes next, and on request everything that it rests on. */
export function studentItem(student: ListedStudent): HTMLElement {
  const { familyName, givenName, answer, nextStep } = student;
  const name = `${familyName}, ${givenName}`;
  return html`<li class="entry" data-state=${stateOf(student)}>
    <div class="who">
      <h3>${name}</h3>
      <p>${gradeInWords(student.grade)} · ${student.schoolName}</p>
      <p>${counselorsInWords(student)} · ${student.student}</p>
      ${student.isEnrolled ? "" : html`<p>Has left, with a plan that is open</p>`}
    </div>
    <div class="what">
      ${answer === null ? "" : html`<p class="urgency">${answerInWords(answer)}</p>`}
      ${answer?.because ? html`<p>${daysInWords(answer.because)}</p>` : ""}
      ${nextStep === null ? "" : html`<p>${nextStepInWords(nextStep)}</p>`}
      ${
        student.lastReviewOn === null
          ? ""
          : html`<p>Last review: ${dayInWords(student.lastReviewOn)}</p>`
      }
      ${student.recordProblems.map(
        ({ name: problem, sinceOn, remedy }) =>
          html`<p class="problem">
            ${problem}${sinceOn === "" ? "" : ` since ${dayInWords(sinceOn)}`}. ${remedy}
          </p>`,
      )}
    </div>
    ${detailOf(student, name)}
  </li>`;
}

/** A button that asks for the student once it is pressed, and what was answered beneath it. */
function detailOf({ key }: ListedStudent, name: string): readonly HTMLElement[] {
  const button = html`<button type="button"></button>`;
  const place = html`<div class="detail" role="region" aria-label=${name} hidden></div>`;
  const show = (isOpen: boolean): void => {
    place.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    button.textContent = isOpen ? "Close" : "Details";
    button.setAttribute("aria-label", `${isOpen ? "Close" : "Details"}: ${name}`);
  };
  show(false);
  let asking = 0;
  button.addEventListener("click", () => {
    const own = ++asking;
    if (!place.hidden) {
      // Closed, it keeps nothing of the student on the page.
      place.replaceChildren();
      return show(false);
    }
    place.replaceChildren(html`<p role="status">Reading the records…</p>`);
    show(true);
    askStudent(key)
      .then(studentDetail, (error: unknown) => [
        html`<p role="alert">This cannot be shown: ${wordsOf(error)}</p>`,
      ])
      .then((parts) => own === asking && place.replaceChildren(...parts))
      .catch((error: unknown) => reportError(error));
  });
  return [html`<div class="act">${button}</div>`, place];
}

function answerInWords({ statusName, dueOn }: NonNullable<ListedStudent["answer"]>): string {
  return dueOn === null ? statusName : `${statusName}, due ${dayInWords(dueOn)}`;
}

function nextStepInWords(step: NonNullable<ListedStudent["nextStep"]>): string {
  const { name, needName, dueOn, daysLeft, whoActs } = step;
  const due = dueOn === null ? "" : `, due ${dayInWords(dueOn)}`;
  const left = daysLeft === null ? "" : ` (${daysLeftInWords(daysLeft)})`;
  return `Next: ${name}, ${needName.toLowerCase()}${due}${left}${whoActs === "" ? "" : `, by the ${whoActs}`}.`;
}

function daysLeftInWords(days: number): string {
  if (days < 0) return `${counted(-days, "day")} overdue`;
  return days === 0 ? "today" : `in ${counted(days, "day")}`;
}

const counselorsInWords = ({ counselors }: ListedStudent): string =>
  counselors.length === 0
    ? "No counselor"
    : `Counselor ${counselors.map(({ name }) => name).join(" and ")}`;

const gradeInWords = (grade: string): string =>
  grade === "" ? "Grade not given" : `Grade ${grade.replace(/^0/, "")}`;

/** What the edge of an entry says to the eye; the words say it too. */
function stateOf({ nextStep, recordProblems }: ListedStudent): string {
  if (nextStep?.daysLeft !== null && nextStep !== null)
    return nextStep.daysLeft < 0 ? "overdue" : "due";
  return recordProblems.length > 0 ? "record" : "none";
}
