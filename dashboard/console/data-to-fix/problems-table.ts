import { html } from "htl";
import type { OwnerToFix } from "../../../functions/console/data-to-fix-answers.ts";
import { counted } from "../words/numbers.js";

/** The problems of records that one owner can fix, each number a link to exactly the students it counts. */
export const problemsTable = (problems: OwnerToFix["problems"], ownerName: string): HTMLElement =>
  html`<table class="own-table stacked">
    <caption>
      Records that do not agree, for: ${ownerName}
    </caption>
    <thead>
      <tr>
        <th scope="col">Problem</th>
        <th scope="col">School</th>
        <th scope="col">Students</th>
        <th scope="col">What to do</th>
      </tr>
    </thead>
    <tbody>
      ${problems.map(
        ({ name, cause, schoolName, students, query, remedy }) =>
          html`<tr>
            <th scope="row">${name}<small>${cause}</small></th>
            <td data-label="School">${schoolName}</td>
            <td data-label="Students">
              <a href=${`/students.html?${query}`}>${counted(students, "student")}</a>
            </td>
            <td data-label="What to do">${remedy}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
