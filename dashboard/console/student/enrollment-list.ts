import { html } from "htl";
import type { StudentPage } from "../../../functions/console/student-page/student-page.ts";
import { dayInWords } from "../words/days.js";

/** The enrollments, in the order of days. */
export const enrollmentList = (enrollments: StudentPage["enrollments"]): HTMLElement =>
  html`<section aria-labelledby="enrollments">
    <h2 id="enrollments">Enrollments</h2>
    ${
      enrollments.length === 0
        ? html`<p>No enrollment is on record.</p>`
        : html`<ul>
            ${enrollments.map(
              ({ schoolName, enteredOn, withdrewOn }) =>
                html`<li>
                  ${schoolName}, from
                  ${dayInWords(enteredOn)}${withdrewOn === null ? "" : ` until ${dayInWords(withdrewOn)}`}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
