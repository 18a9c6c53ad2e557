import { html } from "htl";
import type { StudentPage } from "../../../functions/console/student-page/student-page.ts";

/** Everybody who may see this student by name, and why. */
export function readerTable(readers: StudentPage["readers"]): HTMLElement {
  return html`<section aria-labelledby="readers">
    <h2 id="readers">Who may see this student, and why</h2>
    <table class="own-table stacked">
      <caption>
        Staff members of the district’s list, by role and name. Whoever keeps the machine with the
        records may see them too, through the system account; everybody else sees figures at most.
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Why</th>
          <th scope="col">Sees</th>
        </tr>
      </thead>
      ${readers.map(
        ({ roleName, people }) =>
          html`<tbody>
            <tr class="group">
              <th scope="rowgroup" colspan="3">${upperFirst(roleName)}</th>
            </tr>
            ${people.map(
              ({ name, because, seesPlans }) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td data-label="Why">${upperFirst(because)}</td>
                  <td data-label="Sees">
                    ${seesPlans ? "Everything on this page" : "Enrollments and records to fix"}
                  </td>
                </tr>`,
            )}
          </tbody>`,
      )}
    </table>
  </section>`;
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
