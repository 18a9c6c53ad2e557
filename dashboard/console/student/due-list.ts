import { html } from "htl";
import type { DueItem, StudentHead } from "../../../functions/console/student-page/student-page.ts";
import { dayInWords, daysInWords, daysLeftInWords } from "../words/days.js";

/** What is due and who acts, the most urgent first. */
export function dueList(
  due: readonly DueItem[],
  { counselors }: StudentHead,
  seesPlans: boolean,
): HTMLElement {
  return html`<section aria-labelledby="due">
    <h2 id="due">${seesPlans ? "What is due, and who acts" : "Records to fix, and who acts"}</h2>
    ${
      due.length === 0
        ? html`<p>
            ${seesPlans ? "Nothing is due or missing now." : "No record waits to be fixed."}
          </p>`
        : html`<ol class="entries">
            ${due.map((item) => dueEntry(item, counselors))}
          </ol>`
    }
  </section>`;
}

function dueEntry(of: DueItem, counselors: readonly string[]): HTMLElement {
  const { name, needName, need, whoActs, dueOn, daysLeft, sinceOn, ...item } = of;
  const named =
    whoActs === "counselor" && counselors.length > 0 ? ` ${counselors.join(" or ")}` : "";
  return html`<li class="entry due-entry" data-state=${stateOf(need, daysLeft)}>
    <div>
      <h3>${name}</h3>
      <p>${daysInWords(item.because)}</p>
      ${item.remedy === "" ? "" : html`<p>What to do: ${item.remedy}</p>`}
    </div>
    <div>
      <p class="urgency">${needName}</p>
      <p>${whenInWords({ dueOn, daysLeft, sinceOn })}</p>
    </div>
    <p class="who-acts">Who acts: <strong>${whoActs}</strong>${named}</p>
  </li>`;
}

function whenInWords({
  dueOn,
  daysLeft,
  sinceOn,
}: Pick<DueItem, "dueOn" | "daysLeft" | "sinceOn">): string {
  if (dueOn !== null) {
    const left = daysLeft === null ? "" : ` (${daysLeftInWords(daysLeft)})`;
    return `Due ${dayInWords(dueOn)}${left}`;
  }
  return sinceOn === null || sinceOn === "" ? "" : `Since ${dayInWords(sinceOn)}`;
}

/** The color of an entry's edge; the words say the same. */
const stateOf = (need: string, daysLeft: number | null): string =>
  need === "fix-record" ? "record" : (daysLeft ?? 0) < 0 ? "overdue" : "due";
