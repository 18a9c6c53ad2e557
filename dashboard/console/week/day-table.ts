import { html } from "htl";
import type { WeekAnswer, WeekStudent } from "../../../functions/console/counselor-answers.ts";
import { dayInWords } from "../words/days.js";
import { needInWords } from "../words/needs.js";
import { gradeInWords } from "../words/grades.js";
import { counted } from "../words/numbers.js";

const WEEKDAY = new Intl.DateTimeFormat("en-US", { weekday: "long", timeZone: "UTC" });

/** The students of one day, each with a box to check on paper. */
export function dayTable({ on, students }: WeekAnswer["days"][number]): HTMLElement {
  const title =
    on === null
      ? "Still to be seen"
      : `${WEEKDAY.format(new Date(`${on}T00:00:00Z`))}, ${dayInWords(on)}`;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
    <table class="week-day">
      <caption>
        ${title}
        <span>${counted(students.length, "student")}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Student</th>
          <th scope="col">Grade</th>
          <th scope="col">What</th>
          <th scope="col">Why now</th>
          <th scope="col" class="check">Seen</th>
        </tr>
      </thead>
      <tbody>
        ${students.map(studentRow)}
      </tbody>
    </table>
  </div>`;
}

const studentRow = (student: WeekStudent): HTMLElement =>
  html`<tr>
    <th scope="row">
      <a href=${`/student.html?student=${student.key}`}
        >${student.familyName}, ${student.givenName}</a
      >
      <small>${student.student}</small>
    </th>
    <td data-title="Grade">${gradeInWords(student.grade)}</td>
    <td data-title="What">
      <ul>
        ${student.needs.map(
          ({ name, needName, dueOn }) =>
            html`<li>
              ${needInWords(name, needName)}${dueOn === null ? "" : html`, <span class="day">due ${dayInWords(dueOn)}</span>`}
            </li>`,
        )}
      </ul>
    </td>
    <td data-title="Why now">${student.because}</td>
    <td class="check"><span aria-hidden="true"></span></td>
  </tr>`;
