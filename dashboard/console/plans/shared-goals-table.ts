import { html } from "htl";
import type { SharedGoal } from "../../../functions/console/plans/plan-answers.ts";
import { gradeInWords } from "../words/grades.js";
import { counted, wholeNumber } from "../words/numbers.js";
import { maskedWords } from "./masked-words.js";

/** Of more schools than this the list is folded. */
const MOST_SCHOOLS = 4;

/** The table without a row yet, and the place of its rows. */
export function sharedGoalsTable(
  isBySchool: boolean,
  isByCounselor: boolean,
): { readonly table: HTMLElement; readonly rows: HTMLElement } {
  const rows = html`<tbody role="rowgroup"></tbody>`;
  const table = html`<table class="shared-goals cards" role="table">
    <caption>
      Texts, most shared first
      <span
        >in lower case without punctuation; brackets stand for what differs, and [student] also for
        “I” and “my”</span
      >
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">Goal</th>
        <th scope="col" role="columnheader" class="number">Students</th>
        <th scope="col" role="columnheader">${whereTitle(isBySchool)}</th>
        ${
          isByCounselor
            ? html`<th scope="col" role="columnheader">By counselor, in the order of names</th>`
            : ""
        }
      </tr>
    </thead>
    ${rows}
  </table>`;
  return { table, rows };
}

const whereTitle = (isBySchool: boolean): string =>
  isBySchool ? "By school and grade" : "By grade";

export const sharedGoalRow = (
  { text, count, schools, counselors }: SharedGoal,
  isBySchool: boolean,
  isByCounselor: boolean,
): HTMLElement =>
  html`<tr role="row">
    <th scope="row" role="rowheader">${maskedWords(text)}</th>
    <td role="cell" class="number" data-title="Students">${wholeNumber(count)}</td>
    <td role="cell" data-title=${whereTitle(isBySchool)}>
      ${isBySchool ? schoolsOf(schools) : schools.map(({ grades }) => gradesInWords(grades)).join("")}
    </td>
    ${
      isByCounselor
        ? html`<td role="cell" data-title="By counselor">
            ${(counselors ?? []).map(({ name, count: own }) => `${name}: ${wholeNumber(own)}`).join(", ")}
          </td>`
        : ""
    }
  </tr>`;

function schoolsOf(schools: SharedGoal["schools"]): HTMLElement {
  const list = html`<ul>
    ${schools.map(
      ({ name, count, grades }) =>
        html`<li>${name}: ${wholeNumber(count)} <small>${gradesInWords(grades)}</small></li>`,
    )}
  </ul>`;
  return schools.length <= MOST_SCHOOLS
    ? list
    : html`<details>
        <summary>${counted(schools.length, "school")}</summary>
        ${list}
      </details>`;
}

/** "grade 9: 10, grade 10: 8" */
const gradesInWords = (grades: SharedGoal["schools"][number]["grades"]): string =>
  grades
    .map(({ grade, count }) =>
      grade === ""
        ? `no grade given: ${wholeNumber(count)}`
        : `grade ${gradeInWords(grade)}: ${wholeNumber(count)}`,
    )
    .join(", ");
