import { html } from "htl";
import { TABLE_WORDS } from "../../words/tables.js";

/** The whole table as a file. */
export interface TableFile {
  /** CSV, Parquet, Arrow. */
  readonly format: string;
  readonly href: string;
  /** The name that the file is saved under. */
  readonly name: string;
}

/** Files of a table: the rows that are shown, and the whole of it. */
export function tableFiles(
  caption: string,
  theseRows: { readonly name: string; readonly csv: () => string } | null,
  whole: readonly TableFile[],
): HTMLElement | string {
  if (theseRows === null && whole.length === 0) return "";
  return html`<p class="table-files">
    ${theseRows === null ? "" : rowsButton(caption, theseRows)}
    ${
      whole.length === 0
        ? ""
        : html`<span class="whole-table">
            ${TABLE_WORDS.wholeTable}
            ${whole.map(
              ({ format, href, name }) =>
                html`<a
                  href=${href}
                  download=${name}
                  aria-label=${TABLE_WORDS.wholeTableAs(caption, format)}
                  >${format}</a
                >`,
            )}
          </span>`
    }
  </p>`;
}

/** Hands the reader a file that the page wrote. */
function save(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function rowsButton(
  caption: string,
  { name, csv }: { readonly name: string; readonly csv: () => string },
): HTMLElement {
  const button = html`<button type="button" aria-label=${TABLE_WORDS.theseRowsOf(caption)}>
    ${TABLE_WORDS.theseRows}
  </button>`;
  button.addEventListener("click", () => save(name, csv()));
  return button;
}
