import { html } from "htl";
import type { OneStudent } from "../../../functions/console/answers.ts";
import { dayInWords, daysInWords } from "../words/days.js";
import { requirementPart } from "./requirement-part.js";

type Explanation = NonNullable<OneStudent["explanation"]>;

/** Everything that a student's answers rest on, as far as the reader sees it, and why the reader may. */
export function studentDetail({
  explanation,
  enrollments,
  because,
}: OneStudent): readonly HTMLElement[] {
  return [
    ...(explanation === null ? [] : explained(explanation)),
    titled(
      "Enrollments of the school year",
      enrollments.map(
        ({ schoolName, enteredOn, withdrewOn }) =>
          `${schoolName}, from ${dayInWords(enteredOn)}${withdrewOn === null ? "" : ` until ${dayInWords(withdrewOn)}`}`,
      ),
      "No enrollment is on record.",
    ),
    html`<p class="because"><strong>Why you may see this:</strong> ${because}</p>`,
  ];
}

function explained(explanation: Explanation): readonly HTMLElement[] {
  const { requirements, plans, exemptions, note, notSent, asOf, mandate, warning } = explanation;
  return [
    html`<section>
      <h4>Requirements of ${mandate}, as of ${dayInWords(asOf)}</h4>
      ${note === "" ? "" : html`<p>${note}</p>`} ${requirements.map(requirementPart)}
      ${
        notSent.length === 0
          ? ""
          : html`<p>
              No file is sent for: ${notSent.join("; ")}. What only it would show cannot be
              determined.
            </p>`
      }
    </section>`,
    titled(
      "Plans",
      plans.map(
        ({ plan, planType, schoolYear, status, openedOn, closedOn, isAccepted }) =>
          `${planType || "Plan"} ${plan}, ${schoolYear}, ${status}, opened ${dayInWords(openedOn)}${closedOn === null ? "" : `, closed ${dayInWords(closedOn)}`}${isAccepted ? "" : "; the mandate does not take it"}`,
      ),
      "No plan is on record.",
    ),
    ...(explanation.noPlansOf === null
      ? []
      : [html`<p>No plans are held of ${explanation.noPlansOf}.</p>`]),
    ...(exemptions.length === 0
      ? []
      : [
          titled(
            "Exemptions",
            exemptions.map(
              ({ requirement, reason, decidedBy, from, until }) =>
                `${requirements.find(({ id }) => id === requirement)?.name ?? requirement}: ${reason}, decided by ${decidedBy}, from ${dayInWords(from)}${until === null ? "" : ` until ${dayInWords(until)}`}`,
            ),
            "",
          ),
        ]),
    html`<p class="because">${daysInWords(warning)}</p>`,
  ];
}

const titled = (title: string, lines: readonly string[], none: string): HTMLElement =>
  html`<section>
    <h4>${title}</h4>
    ${
      lines.length === 0
        ? html`<p>${none}</p>`
        : html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
  </section>`;
