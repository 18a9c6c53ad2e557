import { html } from "htl";
import type { CounselorsAnswer } from "../../../functions/console/counselor-answers.ts";
import { assignForm } from "../decisions/assign-form.js";
import { linkedCount } from "../parts/linked-counts.js";
import { gradeInWords } from "../words/grades.js";

/** The students of one school who have no counselor, each with one who could take the student, and why. */
export const unassignedTable = ({
  school,
  schoolName,
  number,
  students,
}: CounselorsAnswer["without"][number]): HTMLElement =>
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
      <table class="unassigned">
        <caption>
          Students under the mandate in nobody’s caseload
        </caption>
        <thead>
          <tr>
            <th scope="col">Student</th>
            <th scope="col">Grade</th>
            <th scope="col">Suggested</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          ${students.map(
            ({ key, student, familyName, givenName, grade, suggested, because }) =>
              html`<tr>
                <th scope="row">
                  <a href=${`/student.html?student=${key}`}>${familyName}, ${givenName}</a>
                  <small>${student}</small>
                </th>
                <td data-title="Grade">${gradeInWords(grade)}</td>
                <td data-title="Suggested">${suggested === null ? "–" : suggested.name}</td>
                <td data-title="Why">${because}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${bySuggestion(students).map(([suggested, keys]) => assignForm(keys, suggested))}
  </section>`;

type Unassigned = CounselorsAnswer["without"][number]["students"];
type Suggested = NonNullable<Unassigned[number]["suggested"]>;

/** The students for whom the same counselor is suggested, so that one form assigns them all. */
function bySuggestion(
  students: Unassigned,
): readonly (readonly [suggested: Suggested, keys: readonly string[]])[] {
  const groups = new Map<string, readonly [Suggested, string[]]>();
  for (const { key, suggested } of students) {
    if (suggested === null) continue;
    const group = groups.get(suggested.id) ?? ([suggested, []] as const);
    group[1].push(key);
    groups.set(suggested.id, group);
  }
  return [...groups.values()];
}
