import { html } from "htl";
import { wholeNumber } from "../../words/formats/numbers.js";
import { plainText } from "../../words/language.js";
import { TABLE_WORDS } from "../../words/tables.js";
import { worded } from "../page/worded.js";
import { findRows } from "./find-rows.js";
import { markKey, type MarkMeaning } from "./mark-key.js";
import { rowsAsCsv, type RawColumn } from "./rows-as-csv.js";
import { withScrollCue } from "./scroll-cue.js";
import { sortRows } from "./sort-rows.js";
import { textOf, type TableColumn } from "./table-column.js";
import { tableFiles, type TableFile } from "./table-files.js";
import { tableHead, type Sorting } from "./table-head.js";
import { tableRow } from "./table-row.js";

export interface DataTable<Row> {
  /** What the rows are, as a screen reader says it and as it stands above the table. */
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Why a row has no figures, in words; null where it has. */
  readonly markOf?: (row: Row) => string | null;
  /** By which column the rows already are sorted. */
  readonly sorted?: Sorting;
  /** What is said where there is no row. */
  readonly empty?: string;
  readonly marks?: readonly MarkMeaning[];
  /** The file of the rows that are shown. */
  readonly theseRows?: {
    readonly name: string;
    readonly columns: readonly RawColumn<Row>[];
  };
  readonly files?: readonly TableFile[];
}

/** More rows than these can be searched. */
const MOST_WITHOUT_SEARCH = 20;
const PHONE = "screen and (max-width: 640px)";

/** A table that sorts by its head, is searched past 20 rows, and hands out the rows it shows. */
export function dataTable<Row>(table: DataTable<Row>): HTMLElement {
  const caption = plainText(table.caption);
  const { columns, rows, markOf, theseRows, files = [], marks = [] } = table;
  const title = html`<p class="table-title" aria-hidden="true">${worded(table.caption)}</p>`;
  if (rows.length === 0) {
    return html`<div class="data-table">
      <p class="table-title">${worded(table.caption)}</p>
      <p class="no-rows">${table.empty ?? TABLE_WORDS.noRows}</p>
    </div>`;
  }
  const phone = matchMedia(PHONE);
  const grid = html`<table></table>`;
  const scroller = html`<div
    class="table-scroller ${rows.length > MOST_WITHOUT_SEARCH ? "long" : ""}"
  >
    ${grid}
  </div>`;
  const noMatch = html`<p class="no-rows" hidden>${TABLE_WORDS.noMatch}</p>`;
  const body = html`<tbody></tbody>`;
  let sorting = table.sorted ?? null;
  let lookedFor = "";
  let shown = rows;
  const search = searchBox(rows.length, (words) => {
    lookedFor = words;
    drawRows();
    return shown.length;
  });
  drawHead();
  phone.addEventListener("change", drawHead);
  withScrollCue(scroller, caption);
  const csv = theseRows && {
    name: theseRows.name,
    csv: () => rowsAsCsv(theseRows.columns, shown),
  };
  return html`<div class="data-table">
    <div class="table-top">${title}${search}</div>
    ${scroller}${noMatch} ${tableFiles(caption, csv ?? null, files)}
    ${marks.length === 0 ? "" : markKey(marks)}
  </div>`;

  function drawHead(): void {
    const beside = columns.filter((column) => !isFolded(column));
    const head = tableHead(beside, sorting, (by) => {
      sorting = by;
      drawRows();
    });
    grid.replaceChildren(
      html`<caption class="visually-hidden">
        ${worded(table.caption)}
      </caption>`,
      head,
      body,
    );
    drawRows();
  }

  function drawRows(): void {
    const found = findRows(rows, wordsOf, lookedFor);
    const by = columns.find((column) => column.title === sorting?.title);
    shown = sorting && by ? sortRows(found, by.value, sorting.order) : found;
    const beside = columns.filter((column) => !isFolded(column));
    const folded = columns.filter(isFolded);
    body.replaceChildren(
      ...shown.map((row) =>
        tableRow({ row, columns: beside, folded, mark: markOf?.(row) ?? null }),
      ),
    );
    scroller.hidden = shown.length === 0;
    noMatch.hidden = shown.length > 0;
  }

  function isFolded(column: TableColumn<Row>): boolean {
    return phone.matches && column.foldsOnPhone === true;
  }

  function wordsOf(row: Row): string {
    const mark = markOf?.(row) ?? "";
    return [...columns.map((column) => textOf(column, row)), mark].join(" ");
  }
}

/** @param find shows the rows with these words, and says how many they are */
function searchBox(all: number, find: (words: string) => number): HTMLElement | string {
  if (all <= MOST_WITHOUT_SEARCH) return "";
  const count = html`<span class="rows-shown" role="status"></span>`;
  const input = html`<input
    type="search"
    autocomplete="off"
    spellcheck="false"
  />` as HTMLInputElement;
  input.addEventListener("input", () => {
    count.textContent = TABLE_WORDS.rowsShown(wholeNumber(find(input.value)), wholeNumber(all));
  });
  return html`<p class="table-search">
    <label><span>${TABLE_WORDS.find}</span> ${input}</label> ${count}
  </p>`;
}
