import { html } from "htl";
import { fileWords as words } from "../../../words/methods/files.js";
import type { ListedTable } from "./files.ts";

/** The table that the lines read: it has every identifier that begins with a zero somewhere. */
const EXAMPLE = "rates";

/** One line for each program that reads a table with its identifiers as text. */
export function howToRead(tables: readonly ListedTable[]): readonly HTMLElement[] {
  const files = tables.find(({ name }) => name === EXAMPLE)?.files ?? [];
  const fileAs = (format: string): string | undefined =>
    files.find((file) => file.format === format)?.name;
  const [csv, arrow, parquet] = [fileAs("CSV"), fileAs("Arrow"), fileAs("Parquet")];
  if (csv === undefined) return [];
  return [
    html`<h3>${words.readTitle}</h3>`,
    html`<p>${words.read}</p>`,
    lines([
      ["R", `readr::read_csv("${csv}", col_types = readr::cols(school = "c", group = "c"))`],
      ["Python", `pandas.read_csv("${csv}", dtype={"school": "string", "group": "string"})`],
      [
        "DuckDB",
        `SELECT * FROM read_csv('${csv}', types = {'school': 'VARCHAR', 'group': 'VARCHAR'});`,
      ],
    ]),
    html`<p><strong>${words.spreadsheet}:</strong> ${words.inSpreadsheet}</p>`,
    html`<p>${words.readTyped}</p>`,
    lines(
      parquet === undefined
        ? arrow === undefined
          ? []
          : [
              ["R", `arrow::read_ipc_stream("${arrow}")`],
              ["Python", `pyarrow.ipc.open_stream("${arrow}").read_pandas()`],
            ]
        : [
            ["R", `arrow::read_parquet("${parquet}")`],
            ["Python", `pandas.read_parquet("${parquet}")`],
            ["DuckDB", `SELECT * FROM '${parquet}';`],
          ],
    ),
  ];
}

const lines = (each: readonly (readonly [program: string, line: string])[]): HTMLElement =>
  html`<dl class="read-lines" lang="en">
    ${each.map(
      ([program, line]) =>
        html`<div>
          <dt>${program}</dt>
          <dd><code>${line}</code></dd>
        </div>`,
    )}
  </dl>`;
