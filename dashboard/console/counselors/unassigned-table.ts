import { html } from "htl";
import type { CounselorsAnswer } from "../../../functions/console/counselor-answers.ts";
import { assignForm } from "../decisions/assign-form.js";
import { linkedCount } from "../parts/linked-counts.js";
import { gradeInWords } from "../words/grades.js";

/**
 * The students of one school who have no counselor, each with a suggested counselor and why.
 * @param mayAssign whether the reader may add students to a caseload
 */
export const unassignedTable = (
  { school, schoolName, number, students }: CounselorsAnswer["without"][number],
  mayAssign: boolean,
): HTMLElement =>
  html`<section aria-labelledby=${`without-${school}`}>
    <h2 id=${`without-${school}`}>
      Without a counselor: ${schoolName} (${linkedCount(number, schoolName)})
    </h2>
    <div
      class="table-scroll"
      tabindex="0"
      role="region"
      aria-label=${`Without a counselor: ${schoolName}`}
    >
      <table class="unassigned cards" role="table">
        <caption>
          Students under the mandate in nobody’s caseload
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">Student</th>
            <th scope="col" role="columnheader">Grade</th>
            <th scope="col" role="columnheader">Suggested</th>
            <th scope="col" role="columnheader">Why</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${students.map(
            ({ key, student, familyName, givenName, grade, suggested, because }) =>
              html`<tr role="row">
                <th scope="row" role="rowheader">
                  <a href=${`/student.html?student=${key}`}>${familyName}, ${givenName}</a>
                  <small>${student}</small>
                </th>
                <td role="cell" data-title="Grade">${gradeInWords(grade)}</td>
                <td role="cell" data-title="Suggested">
                  ${suggested === null ? "–" : suggested.name}
                </td>
                <td role="cell" data-title="Why">${because}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${mayAssign ? assignButtons(students) : ""}
  </section>`;

/** One button for each suggested counselor, which adds all of these students to the caseload. */
function assignButtons(
  students: CounselorsAnswer["without"][number]["students"],
): readonly HTMLElement[] {
  const suggested = new Map(
    students.flatMap((student) =>
      student.suggested === null ? [] : [[student.suggested.id, student.suggested] as const],
    ),
  );
  return [...suggested.values()].map((counselor) =>
    assignForm(
      students.flatMap(({ key, suggested: own }) => (own?.id === counselor.id ? [key] : [])),
      counselor,
    ),
  );
}
