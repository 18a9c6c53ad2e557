import { html } from "htl";
import type { CounselorRow } from "../../../functions/console/counselor-answers.ts";
import { linkedCount } from "../parts/linked-counts.js";

/** One row per counselor, in the order of their names. */
export function counselorTable(counselors: readonly CounselorRow[]): HTMLElement {
  const names = counselors[0]?.numbers.map(({ name }) => name) ?? [];
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Counselors">
    <table class="counselors cards" role="table">
      <caption>
        Caseloads, by name
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">Counselor</th>
          ${names.map(
            (name) => html`<th scope="col" role="columnheader" class="number">${name}</th>`,
          )}
          <th scope="col" role="columnheader">Pace needed</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${counselors.map(
          ({ id, name, numbers, pace, week }) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">
                ${name}${name === id ? "" : html` <small>${id}</small>`}
              </th>
              ${numbers.map(
                (number) =>
                  html`<td role="cell" class="number" data-title=${number.name}>
                    ${linkedCount(number, name)}
                  </td>`,
              )}
              <td role="cell" data-title="Pace needed">
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
