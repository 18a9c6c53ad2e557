import { html } from "htl";
import type { CounselorRow } from "../../../functions/console/counselor-answers.ts";
import { linkedCount } from "../parts/linked-counts.js";

/** One row per counselor, in the order of their names. */
export function counselorTable(counselors: readonly CounselorRow[]): HTMLElement {
  const names = counselors[0]?.numbers.map(({ name }) => name) ?? [];
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Counselors">
    <table class="counselors">
      <caption>
        Caseloads, by name
      </caption>
      <thead>
        <tr>
          <th scope="col">Counselor</th>
          ${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}
          <th scope="col">Pace needed</th>
        </tr>
      </thead>
      <tbody>
        ${counselors.map(
          ({ id, name, numbers, pace, week }) =>
            html`<tr>
              <th scope="row">${name}${name === id ? "" : html` <small>${id}</small>`}</th>
              ${numbers.map((number) => html`<td class="number">${linkedCount(number, name)}</td>`)}
              <td>
                <a href=${`/week.html?${week}`} aria-label=${`The week of ${name}: ${pace}`}
                  >${pace}</a
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
