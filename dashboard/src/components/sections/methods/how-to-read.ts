import { html } from "htl";
import { fileWords as words } from "../../../words/methods/files.js";
import { worded } from "../../page/worded.js";
import type { ListedTable } from "./files.ts";
import { linesForCsv, linesForTyped, type ReadingLine } from "./reading-lines.js";

/** The table that the lines read: it has the identifiers of schools and of grade levels. */
const EXAMPLE = "rates";

/** One line for each program that reads a table with its identifiers as text. */
export function howToRead(tables: readonly ListedTable[]): readonly HTMLElement[] {
  const files = tables.find(({ name }) => name === EXAMPLE)?.files ?? [];
  const fileAs = (format: string): string | undefined =>
    files.find((file) => file.format === format)?.name;
  const csv = fileAs("CSV");
  if (csv === undefined) return [];
  const typed = linesForTyped({ parquet: fileAs("Parquet"), arrow: fileAs("Arrow") });
  return [
    html`<h3>${words.readTitle}</h3>`,
    html`<p>${words.read}</p>`,
    drawn(linesForCsv(csv)),
    html`<p><strong>${words.spreadsheet}:</strong> ${worded(words.inSpreadsheet)}</p>`,
    ...(typed.length === 0 ? [] : [html`<p>${words.readTyped}</p>`, drawn(typed)]),
  ];
}

const drawn = (lines: readonly ReadingLine[]): HTMLElement =>
  html`<dl class="read-lines" lang="en">
    ${lines.map(
      ({ program, line }) =>
        html`<div>
          <dt>${program}</dt>
          <dd><code>${line}</code></dd>
        </div>`,
    )}
  </dl>`;
