import { html } from "htl";
import type { StudentPlans } from "../../../functions/console/student-page/student-page.ts";
import { dayInWords, daysInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";

type Explanation = StudentPlans["explanation"];
type Requirement = Explanation["requirements"][number];

/** Every requirement with its reason and the records that decide; those that are met or not asked are folded. */
export function requirementList(explanation: Explanation): HTMLElement {
  const { requirements, mandate, note, noPlansOf, notSent, warning } = explanation;
  const isOpen = ({ standing }: Requirement): boolean =>
    standing === "not-met" || standing === "not-determinable";
  const open = requirements.filter(isOpen);
  const met = requirements.filter(({ standing }) => standing === "met");
  const notAsked = requirements.filter(({ standing }) => standing === "not-applicable");
  return html`<section aria-labelledby="requirements">
    <h2 id="requirements">Requirements of ${mandate}</h2>
    ${note === "" ? "" : html`<p>${note}</p>`}
    ${noPlansOf === null ? "" : html`<p>No plans are held of ${noPlansOf}.</p>`}
    ${
      requirements.length > 0 && open.length === 0
        ? html`<p>No requirement is unmet, and none is open.</p>`
        : ""
    }
    ${open.map(requirementPart)} ${folded(met, "met")}
    ${folded(notAsked, "not due yet, or not asked of this student")}
    ${
      notSent.length === 0
        ? ""
        : html`<p class="aside">
            No file is sent for: ${notSent.join("; ")}. What only it would show cannot be
            determined.
          </p>`
    }
    <p class="aside">${daysInWords(warning)}</p>
  </section>`;
}

const folded = (requirements: readonly Requirement[], words: string): HTMLElement | "" =>
  requirements.length === 0
    ? ""
    : html`<details class="folded">
        <summary>${counted(requirements.length, "requirement")} ${words}</summary>
        ${requirements.map(requirementPart)}
      </details>`;

/** One requirement for the student: the answer, why, and on request the rule and every record that was looked at. */
function requirementPart(requirement: Requirement): HTMLElement {
  const { name, statusName, standing, because, dueOn, decidedBy, rule, citation } = requirement;
  const { textStatus, records } = requirement;
  const says = dueOn !== null && !because.includes(dueOn) && !because.includes(dayInWords(dueOn));
  return html`<section class="requirement" data-standing=${standing}>
    <h3>${name}: ${statusName.toLowerCase()}</h3>
    <p>${daysInWords(because)}${says ? ` Due ${dayInWords(dueOn)}.` : ""}</p>
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
