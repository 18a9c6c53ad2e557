import { html } from "htl";
import { worded } from "../page/worded.js";
import type { Order } from "./sort-rows.js";
import type { TableColumn } from "./table-column.js";

/** By which column of a table its rows are sorted. */
export interface Sorting {
  readonly title: string;
  readonly order: Order;
}

/** The head of a table: each column's name is a button that sorts by it. */
export function tableHead<Row>(
  columns: readonly TableColumn<Row>[],
  sorting: Sorting | null,
  sort: (sorting: Sorting) => void,
): HTMLElement {
  const heads = columns.map(({ title, kind }) => {
    const order = sorting?.title === title ? sorting.order : null;
    const button = html`<button type="button">${worded(title)}</button>`;
    const head = html`<th scope="col" class=${kind ?? "text"} aria-sort=${order}>${button}</th>`;
    button.addEventListener("click", () => {
      const isAscending = head.getAttribute("aria-sort") === "ascending";
      for (const each of heads) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isAscending ? "descending" : "ascending");
      sort({ title, order: isAscending ? "descending" : "ascending" });
    });
    return head;
  });
  return html`<thead>
    <tr>
      ${heads}
    </tr>
  </thead>`;
}
