import { html } from "htl";
import type { ThingToFix } from "../../../functions/console/state-report-answers.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/** Records to fix, what keeps the file first: who can change what, and where. */
export function toFixTable(toFix: readonly ThingToFix[], all: number): HTMLElement {
  // A school stands beside its students; where none is named it is what the row is about.
  const hasStudents = toFix.some(({ student }) => student !== "");
  return html`<table class="own-table stacked">
    <caption>
      ${
        toFix.length === all
          ? `${counted(all, "thing")} to fix`
          : `The first ${wholeNumber(toFix.length)} of ${counted(all, "thing")} to fix; the files have all`
      }
    </caption>
    <thead>
      <tr>
        <th scope="col">${hasStudents ? "Student" : "School"}</th>
        ${hasStudents ? html`<th scope="col">School</th>` : ""}
        <th scope="col">What is wrong</th>
        <th scope="col">Who, and where</th>
        <th scope="col">What to do</th>
      </tr>
    </thead>
    <tbody>
      ${toFix.map(
        ({ student, school, field, because, owner, where, remedy, isBlocking }) =>
          html`<tr>
            <th scope="row">${student || school || "The district"}</th>
            ${
              hasStudents ? html`<td data-label="School">${student === "" ? "–" : school}</td>` : ""
            }
            <td data-label="What is wrong">
              ${field === "" ? "" : `${field}: `}${because}
              <small>${isBlocking ? "Keeps the file from being written" : "Worth fixing"}</small>
            </td>
            <td data-label="Who, and where">${owner}<small>${where}</small></td>
            <td data-label="What to do">${remedy}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
