import { html } from "htl";
import type { WorklistAnswerEntry } from "../../../functions/console/answers.ts";
import { dayInWords, daysInWords } from "../words/days.js";
import { isMissing, urgencyInWords } from "./need-words.js";
import { ruleId } from "./rules-list.js";

/** One student and what is to be done, with the way to the rule that asks it. */
export function entryItem(entry: WorklistAnswerEntry): HTMLElement {
  const { givenName, familyName, student, grade, requirementName, because } = entry;
  return html`<li class="entry" data-need=${entry.need}>
    <div class="who">
      <h3>${familyName}, ${givenName}</h3>
      <p>Grade ${grade === "" ? "not given" : gradeInWords(grade)} · ${student}</p>
      <p>${entry.counselor === "" ? "No counselor named" : `Counselor ${entry.counselor}`}</p>
    </div>
    <div class="when">
      <p class="urgency">${urgencyInWords(entry)}</p>
      ${entry.dueOn === null ? "" : html`<p>Due ${dayInWords(entry.dueOn)}</p>`}
      <p>${statusOf(entry)}</p>
    </div>
    <div class="what">
      <h4>${requirementName}</h4>
      <p>${daysInWords(because)}</p>
      <p class="owner">
        ${OWNERS[entry.owner]}
        ${entry.citation === "" ? entry.rule : html`<a href="#${ruleId(entry)}">The rule</a>`}
      </p>
    </div>
  </li>`;
}

const OWNERS: { readonly [owner in WorklistAnswerEntry["owner"]]: string } = {
  counselor: "The counselor can do it.",
  registrar: "The registrar can do it.",
  vendor: "Whoever runs the plan platform can do it.",
};

/** Of a review its status; of anything else what is missing says more than that it is not met. */
const statusOf = ({ statusName, need, needName }: WorklistAnswerEntry): string =>
  statusName === "" || isMissing(need) ? needName : `Status: ${statusName.toLowerCase()}`;

const gradeInWords = (grade: string): string => grade.replace(/^0/, "");
