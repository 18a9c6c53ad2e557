import { html } from "htl";
import type { LinkedNumber, Today, TodayRow } from "../../../functions/console/today.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/**
 * Places against what is to be done there, and all of them together in the last row.
 * @param addressOf where the name of a row leads; null where it leads nowhere
 */
export function todayTable(
  today: Today,
  by: "School" | "Grade" | "Counselor",
  rows: readonly TodayRow[],
  addressOf: ((id: string) => string) | null,
): HTMLElement {
  const { columns, all, placeName } = today;
  const bodyRow = (row: TodayRow, isAll: boolean): HTMLElement =>
    html`<tr class=${isAll ? "all" : null}>
      <th scope="row">
        ${isAll || addressOf === null ? row.name : html`<a href=${addressOf(row.id)}>${row.name}</a>`}
      </th>
      ${row.numbers.map((number, index) => numberCell(number, columns[index]?.name ?? "", row.name))}
    </tr>`;
  return html`<div
    class="table-scroll"
    tabindex="0"
    role="region"
    aria-label=${`By ${by.toLowerCase()}`}
  >
    <table class="today">
      <caption>
        By ${by.toLowerCase()}: ${placeName}
      </caption>
      <thead>
        <tr>
          <th scope="col">${by}</th>
          ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => bodyRow(row, false))} ${rows.length === 1 ? "" : bodyRow(all, true)}
      </tbody>
    </table>
  </div>`;
}

/** A number opens its students; nobody is behind a 0. */
const numberCell = (
  { students, query }: LinkedNumber,
  column: string,
  place: string,
): HTMLElement =>
  html`<td>
    ${
      students === 0
        ? html`<span class="none">0</span>`
        : html`<a
            href=${`/students.html?${query}`}
            aria-label=${`${counted(students, "student")}: ${column}, ${place}`}
            >${wholeNumber(students)}</a
          >`
    }
  </td>`;
