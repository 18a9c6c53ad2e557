import { html } from "htl";
import { fileWords as words } from "../../../words/methods/files.js";
import { READING_LINES, readingLine } from "../../../words/reading-lines.js";
import { worded } from "../../page/worded.js";
import type { ListedTable } from "./files.ts";

/** The table that the lines read: it has the identifiers of schools and of grade levels. */
const EXAMPLE = "rates";

/** One line for each program that reads a table with its identifiers as text. */
export function howToRead(tables: readonly ListedTable[]): readonly HTMLElement[] {
  const files = tables.find(({ name }) => name === EXAMPLE)?.files ?? [];
  const fileAs = (format: string): string | undefined =>
    files.find((file) => file.format === format)?.name;
  const csv = fileAs("CSV");
  if (csv === undefined) return [];
  const [parquet, arrow] = [fileAs("Parquet"), fileAs("Arrow")];
  return [
    html`<h3>${words.readTitle}</h3>`,
    html`<p>${words.read}</p>`,
    linesOf("CSV", csv),
    html`<p><strong>${words.spreadsheet}:</strong> ${worded(words.inSpreadsheet)}</p>`,
    ...(parquet === undefined && arrow === undefined ? [] : [html`<p>${words.readTyped}</p>`]),
    ...(parquet === undefined ? [] : [linesOf("Parquet", parquet)]),
    ...(arrow === undefined ? [] : [linesOf("Arrow", arrow)]),
  ];
}

const linesOf = (format: string, file: string): HTMLElement =>
  html`<dl class="read-lines" lang="en">
    ${READING_LINES.filter((each) => each.format === format).map(
      (each) =>
        html`<div>
          <dt>${each.tool}</dt>
          <dd><code>${readingLine(each, file)}</code></dd>
        </div>`,
    )}
  </dl>`;
