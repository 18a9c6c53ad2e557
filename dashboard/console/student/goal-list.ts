import { html } from "htl";
import type { GoalShown, StepShown } from "../../../functions/console/student-page/student-page.ts";
import { dayInWords } from "../words/days.js";
import { dueNoteInWords } from "../words/due-notes.js";
import { counted } from "../words/numbers.js";

/** The goals in the student's own words, each with its action steps; those of earlier school years are folded. */
export function goalList(goals: readonly GoalShown[]): HTMLElement {
  const ofYear = goals.filter(({ isOfYear }) => isOfYear);
  const earlier = goals.filter(({ isOfYear }) => !isOfYear);
  return html`<section aria-labelledby="goals">
    <h2 id="goals">Goals and action steps</h2>
    ${
      ofYear.length === 0
        ? html`<p>No goal of this school year is on record.</p>`
        : html`<ul class="goals">
            ${ofYear.map(goalItem)}
          </ul>`
    }
    ${
      earlier.length === 0
        ? ""
        : html`<details class="folded">
            <summary>${counted(earlier.length, "goal")} of earlier school years</summary>
            <ul class="goals">
              ${earlier.map(goalItem)}
            </ul>
          </details>`
    }
  </section>`;
}

const goalItem = (goal: GoalShown): HTMLElement =>
  html`<li class="goal">
    <p class="goal-about">
      <span class="flag">${goal.domain ?? "domain not given"}</span> ${goal.statusName}
      ${goal.targetOn === null ? "" : ` · target ${dayInWords(goal.targetOn)}`}
      ${goal.isOfYear ? "" : ` · ${goal.schoolYear}`}
    </p>
    <blockquote>${goal.description || "The export gives no words for this goal."}</blockquote>
    ${goal.dueNotes.map((note) => html`<p class="due-note">${dueNoteInWords(note, "en")}</p>`)}
    ${goal.measurement === "" ? "" : html`<p class="measured">Measured by: ${goal.measurement}</p>`}
    ${
      goal.steps.length === 0
        ? html`<p class="measured">No action step is on record.</p>`
        : html`<ul class="steps">
            ${goal.steps.map(stepItem)}
          </ul>`
    }
  </li>`;

const stepItem = (step: StepShown): HTMLElement => {
  const { description, owner, completedOn, isOverdue } = step;
  return html`<li data-done=${completedOn === null ? "no" : "yes"}>
    ${description}${owner === "" ? "" : ` (${owner})`}:
    <span class=${isOverdue ? "overdue" : null}>${whenInWords(step)}</span>
  </li>`;
};

function whenInWords({ dueOn, completedOn, isOverdue }: StepShown): string {
  if (completedOn !== null) return `completed ${dayInWords(completedOn)}`;
  if (dueOn === null) return "no due day";
  return `${isOverdue ? "was due" : "due"} ${dayInWords(dueOn)}`;
}
