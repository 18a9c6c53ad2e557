import { html } from "htl";
import { TABLE_WORDS } from "../../words/tables.js";
import { worded } from "../page/worded.js";
import { contentOf, textOf, type TableColumn } from "./table-column.js";

/** One row of a table as it is drawn. */
interface RowDrawn<Row> {
  readonly row: Row;
  /** The columns that stand side by side, the first of which names the row. */
  readonly columns: readonly TableColumn<Row>[];
  /** The columns under the row, on a phone. */
  readonly folded: readonly TableColumn<Row>[];
  /** Why the row has no figures; null where it has. */
  readonly mark: string | null;
}

export function tableRow<Row>(drawn: RowDrawn<Row>): HTMLElement {
  const { row, columns, folded, mark } = drawn;
  const [first, ...rest] = columns;
  const element = html`<tr>
    <th scope="row">${first === undefined ? "" : contentOf(first, row)}</th>
    ${mark === null ? rest.map((column) => cell(row, column)) : markedCells(row, rest, mark)}
  </tr>`;
  if (first !== undefined && folded.length > 0) {
    element.firstElementChild?.append(foldButton(element, drawn, textOf(first, row)));
  }
  return element;
}

/**
 * Figures side by side share one cell that holds the mark; every other cell stands in its own
 * column.
 */
function markedCells<Row>(
  row: Row,
  columns: readonly TableColumn<Row>[],
  mark: string,
): readonly HTMLElement[] {
  const cells: HTMLElement[] = [];
  let run = 0;
  columns.forEach((column, index) => {
    if (!column.isFigure) {
      cells.push(cell(row, column));
      return;
    }
    run += 1;
    if (columns[index + 1]?.isFigure) return;
    cells.push(html`<td class="mark" colspan=${run}>${mark}</td>`);
    run = 0;
  });
  return cells;
}

const cell = <Row>(row: Row, column: TableColumn<Row>): HTMLElement =>
  html`<td class=${column.kind ?? "text"}>${contentOf(column, row)}</td>`;

/** Opens and closes what is folded under a row. */
function foldButton<Row>(
  element: HTMLElement,
  { row, columns, folded, mark }: RowDrawn<Row>,
  name: string,
): HTMLElement {
  const button = html`<button
    type="button"
    class="fold"
    aria-expanded="false"
    aria-label=${TABLE_WORDS.moreAbout(name)}
  >
    ${TABLE_WORDS.more}
  </button>`;
  let under: HTMLElement | null = null;
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(under === null));
    if (under !== null) {
      under.remove();
      under = null;
      return;
    }
    under = html`<tr class="under-row">
      <td colspan=${columns.length}>
        <dl>
          ${folded.map(
            (column) =>
              html`<div>
                <dt>${worded(column.title)}</dt>
                <dd>${mark !== null && column.isFigure ? mark : contentOf(column, row)}</dd>
              </div>`,
          )}
        </dl>
      </td>
    </tr>`;
    element.after(under);
  });
  return button;
}
