import { html } from "htl";
import type { OneStudent } from "../../../functions/console/answers.ts";
import { dayInWords, daysInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";

type Requirement = NonNullable<OneStudent["explanation"]>["requirements"][number];

/** One requirement for the student: the answer, why, and on request the rule and every record that was looked at. */
export function requirementPart(requirement: Requirement): HTMLElement {
  const { name, statusName, because, dueOn, decidedBy, rule, citation, textStatus, records } =
    requirement;
  return html`<section class="requirement">
    <h5>${name}: ${statusName.toLowerCase()}</h5>
    <p>${daysInWords(because)}${dueOn === null ? "" : ` Due ${dayInWords(dueOn)}.`}</p>
    <details>
      <summary>The rule, and ${counted(records.length, "record")} looked at</summary>
      <p>${rule} <cite>${citation}</cite> ${textStatus}.</p>
      <p>${daysInWords(decidedBy)}</p>
      ${
        records.length === 0
          ? ""
          : html`<ul>
              ${records.map((record) => html`<li>${recordInWords(record)}</li>`)}
            </ul>`
      }
    </details>
  </section>`;
}

function recordInWords(record: Requirement["records"][number]): string {
  const { record: kind, name, on, schoolYear, note, isDeciding } = record;
  const day = on === null ? "no day" : dayInWords(on);
  const words = `${kind} ${name}, ${day}, ${schoolYear}${note === "" ? "" : `: ${daysInWords(note)}`}`;
  return isDeciding ? `${words} (decides)` : words;
}
