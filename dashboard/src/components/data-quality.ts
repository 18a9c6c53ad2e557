import { html } from "htl";
import type { FileRow, RejectRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { wholeNumber } from "../words/numbers.js";
import { countBars } from "./count-bars.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { card, section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";

/** Why records could not be used: what to mend first stands on top. */
export function rejectsByReason(release: Release): HTMLElement {
  const rows = [...release.rows("rejects")].sort((a, b) => b.records - a.records);
  if (rows.length === 0)
    return section("Records to mend", html`<p>Every record could be used.</p>`);
  return section(
    "Records to mend",
    card("Records rejected, by reason", reasonBars(rows, release.manifest.sentences.dataQuality)),
    figureTable<RejectRow>({
      caption: "What to do about each reason",
      rows,
      downloads: tableDownloads(release, "rejects"),
      columns: [
        { title: "File", value: ({ file }) => file },
        { title: "Column", value: ({ column }) => column || "whole record" },
        { title: "Reason", isProse: true, value: ({ reasonName }) => reasonName },
        { title: "What to do", isProse: true, value: ({ remedy }) => remedy },
        count("Records", ({ records }) => records),
      ],
    }),
  );
}

function reasonBars(rows: readonly RejectRow[], sentence: string): HTMLElement {
  // The most frequent; the table beneath has them all.
  const bars = rows.slice(0, 20).map(({ reasonName, column, file, records }) => ({
    name: reasonName,
    detail: column === "" ? file : `${file}, ${column}`,
    count: records,
    state: "shown",
  }));
  return countBars(bars, sentence);
}

/** The files in force on the release's day. */
export function filesRead(release: Release): HTMLElement {
  return section(
    "Files read",
    figureTable<FileRow>({
      caption: "What each file brought",
      rows: release.rows("files"),
      downloads: tableDownloads(release, "files"),
      columns: [
        { title: "File", value: ({ file }) => file },
        { title: "What it holds", value: ({ kindName }) => kindName },
        count("Records", ({ records }) => records),
        count("Accepted", ({ accepted }) => accepted),
        count("Rejected", ({ rejected }) => rejected),
        count("Left out", ({ leftOut }) => leftOut),
        count("Repeated", ({ repeated }) => repeated),
        { title: "Outcome", value: ({ outcome }) => outcome.replaceAll("-", " ") },
        { title: "What to do", isProse: true, value: ({ remedy }) => remedy },
        {
          title: "SHA-256",
          value: ({ fingerprint }) => fingerprint,
          cell: ({ fingerprint }) =>
            html`<code title=${fingerprint}>${fingerprint.slice(0, 12)}…</code>`,
        },
      ],
    }),
  );
}

function count<Row>(title: string, value: (row: Row) => number): TableColumn<Row> {
  return { title, isNumber: true, value, cell: (row) => wholeNumber(value(row)) };
}
