import { html } from "htl";
import type { StudentHead } from "../../../functions/console/student-page/student-page.ts";
import { sheetHead } from "../../src/components/page/sheet-head.js";
import { absencesInWords } from "../words/absences.js";
import { dayInWords } from "../words/days.js";
import { addressOf } from "./ask-student.js";

/** Who the student is, the attendance so far, and what can be taken to a meeting. */
export function studentHead(head: StudentHead, seesPlans: boolean): HTMLElement {
  const { key, id, givenName, familyName, gradeName, schoolName, counselors, programs } = head;
  const { attendance, isEnrolled, asOf } = head;
  const print = html`<button type="button">Print this page</button>`;
  print.addEventListener("click", () => window.print());
  const sheet = (language: "en" | "es", name: string) =>
    html`<a href=${addressOf("conference-sheet", key, language)} hreflang=${language}>${name}</a>`;
  return html`<div class="student-head">
    <h1>${givenName} ${familyName}</h1>
    <p class="place">
      ${gradeName || "Grade not given"} · ${schoolName}${isEnrolled ? "" : " (has left)"} · ID ${id}
      · as of
      ${dayInWords(asOf)}${sheetHead(`${schoolName} · ${familyName}, ${givenName} · ID ${id}`, `data as of ${dayInWords(asOf)}`)}
    </p>
    <dl class="facts">
      ${fact(counselors.length > 1 ? "Counselors" : "Counselor", [counselors.join(", ") || "None"])}
      ${
        seesPlans
          ? [
              fact("Attendance so far", [
                attendance === null ? "Cannot be determined" : absencesInWords(attendance),
                attendance?.isChronicallyAbsent === true ? flag("Chronically absent") : "",
              ]),
              fact("Programs", programs.length === 0 ? ["None on record"] : programs.map(flag)),
            ]
          : []
      }
    </dl>
    <div class="tools" role="group" aria-label="Take along">
      ${
        seesPlans
          ? html`<span>Conference sheet: ${sheet("en", "English")} ${sheet("es", "Español")}</span>`
          : ""
      }
      ${print}
    </div>
  </div>`;
}

const fact = (name: string, value: readonly (string | HTMLElement)[]): HTMLElement =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value.flatMap((part) => [part, " "])}</dd>
  </div>`;

const flag = (words: string): HTMLElement => html`<span class="flag">${words}</span>`;
