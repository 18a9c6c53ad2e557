import { html } from "htl";
import { markOf } from "../words/states.js";

/** One column of a table: how a row is sorted by it, and how its cell reads. */
export interface TableColumn<Row> {
  readonly title: string;
  /** What the column sorts by; null sorts last in either direction. */
  readonly value: (row: Row) => string | number | null;
  readonly cell?: (row: Row) => Node | string;
  readonly isNumber?: boolean;
  /** Whether cells hold a sentence, which needs room on a phone. */
  readonly isProse?: boolean;
  /** Whether the column is a figure: in a row that is not shown its mark stands for all of them. */
  readonly isFigure?: boolean;
}

interface Table<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** The state of a row's figures, where a row is shown or not as a whole. */
  readonly stateOf?: (row: Row) => string;
  /** What the marks of its cells mean, where it has any. */
  readonly key?: Node | null;
  readonly downloads?: Node | null;
}

type Order = "ascending" | "descending";

/** A table that sorts by the buttons in its head, scrolls in its card, and carries its own key. */
export function figureTable<Row>({
  caption,
  columns,
  rows,
  stateOf,
  key,
  downloads,
}: Table<Row>): HTMLElement {
  const body = html`<tbody></tbody>`;
  const heads = columns.map(
    ({ title, isNumber }) =>
      html`<th scope="col" class=${isNumber ? "number" : ""}>
        <button type="button">${title}</button>
      </th>`,
  );
  const draw = (ordered: readonly Row[]): void =>
    body.replaceChildren(
      ...ordered.map((row) => tableRow(row, columns, stateOf?.(row) ?? "shown")),
    );
  heads.forEach((head, index) => {
    head.firstElementChild?.addEventListener("click", () => {
      const order: Order =
        head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", order);
      const column = columns[index];
      if (column) draw(sorted(rows, column, order));
    });
  });
  draw(rows);
  return html`<div class="card table-card">
    <div class="table-head">
      <h3>${caption}</h3>
      ${downloads ?? ""}
    </div>
    <div class="table-scroll" role="region" tabindex="0" aria-label=${caption}>
      <table>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        ${body}
      </table>
    </div>
    ${key ?? ""}
  </div>`;
}

function tableRow<Row>(row: Row, columns: readonly TableColumn<Row>[], state: string): HTMLElement {
  if (state === "shown")
    return html`<tr>
      ${columns.map((column) => cell(row, column))}
    </tr>`;
  const figures = columns.filter(({ isFigure }) => isFigure).length;
  return html`<tr>
    ${columns.filter(({ isFigure }) => !isFigure).map((column) => cell(row, column))}
    <td class="mark" colspan=${figures}>${markOf(state)}</td>
  </tr>`;
}

function cell<Row>(row: Row, column: TableColumn<Row>): HTMLElement {
  const content = column.cell ? column.cell(row) : (column.value(row) ?? "");
  return html`<td class=${classOf(column)}>${content}</td>`;
}

function classOf({ isNumber, isProse }: Pick<TableColumn<never>, "isNumber" | "isProse">): string {
  if (isNumber) return "number";
  return isProse ? "prose" : "";
}

function sorted<Row>(
  rows: readonly Row[],
  { value }: TableColumn<Row>,
  order: Order,
): readonly Row[] {
  return [...rows].sort((a, b) => {
    const [first, second] = [value(a), value(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    const direction = order === "ascending" ? 1 : -1;
    if (typeof first === "number" && typeof second === "number")
      return direction * (first - second);
    return direction * String(first).localeCompare(String(second), "en", { numeric: true });
  });
}
