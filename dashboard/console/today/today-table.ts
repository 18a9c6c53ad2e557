import { html } from "htl";
import type {
  LinkedNumber,
  Today,
  TodayColumn,
  TodayRow,
} from "../../../functions/console/today.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/**
 * A row for each place and a column for each thing to do, with all places together in the last row.
 * @param addressOf where the name of a row leads; null if it leads nowhere
 */
export function todayTable(
  today: Today,
  by: "School" | "Grade" | "Counselor",
  rows: readonly TodayRow[],
  addressOf: ((id: string) => string) | null,
): HTMLElement {
  const { columns, all, placeName } = today;
  const bodyRow = (row: TodayRow, isAll: boolean): HTMLElement =>
    html`<tr role="row" class=${isAll ? "all" : null}>
      <th scope="row" role="rowheader">
        ${isAll || addressOf === null ? row.name : html`<a href=${addressOf(row.id)}>${row.name}</a>`}
      </th>
      ${row.numbers.map((number, index) => numberCell(number, columns[index], row.name))}
    </tr>`;
  // On a phone each row is displayed as a card, which removes a table's roles unless they are
  // stated.
  return html`<div
    class="table-scroll"
    tabindex="0"
    role="region"
    aria-label=${`By ${by.toLowerCase()}`}
  >
    <table class="today" role="table">
      <caption>
        By ${by.toLowerCase()}: ${placeName}
      </caption>
      ${tableHead(by, columns)}
      <tbody role="rowgroup">
        ${rows.map((row) => bodyRow(row, false))} ${rows.length === 1 ? "" : bodyRow(all, true)}
      </tbody>
    </table>
  </div>`;
}

/** Requirements are grouped under one heading. */
function tableHead(by: string, columns: readonly TodayColumn[]): HTMLElement {
  const overdue = columns.filter(({ isOverdue }) => isOverdue);
  const first = columns.findIndex(({ isOverdue }) => isOverdue);
  const rest = columns.length - first - overdue.length;
  return html`<thead role="rowgroup">
    ${
      overdue.length === 0
        ? ""
        : html`<tr>
            <td colspan=${first + 1}></td>
            <th scope="colgroup" colspan=${overdue.length} class="group">Overdue</th>
            ${rest === 0 ? "" : html`<td colspan=${rest}></td>`}
          </tr>`
    }
    <tr role="row">
      <th scope="col" role="columnheader">${by}</th>
      ${columns.map(({ name }) => html`<th scope="col" role="columnheader">${name}</th>`)}
    </tr>
  </thead>`;
}

/** A number is a link to its students; 0 is not. */
function numberCell(
  { students, query }: LinkedNumber,
  column: TodayColumn | undefined,
  place: string,
): HTMLElement {
  const { name = "", isOverdue = false } = column ?? {};
  const title = isOverdue ? `Overdue: ${name}` : name;
  const isNone = students === null || students === 0;
  return html`<td role="cell" data-title=${title} class=${isNone ? "none" : null}>
    ${
      isNone
        ? html`<span
            >${students === null ? html`<span aria-label="not asked">–</span>` : "0"}</span
          >`
        : html`<a
            href=${`/students.html?${query}`}
            aria-label=${`${counted(students, "student")}: ${title}, ${place}`}
            >${wholeNumber(students)}</a
          >`
    }
  </td>`;
}
