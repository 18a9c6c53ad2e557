import { html } from "htl";
import type {
  FileRow,
  RejectRow,
  StaffFileRow,
} from "../../../functions/releases/tables/tables.ts";
import type { Release } from "../release/release.ts";
import { wholeNumber } from "../words/numbers.js";
import { recordsInWords, recordsOrder } from "../words/records.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";

/** Why records could not be used: what to fix first is on top. */
export function rejectsByReason(release: Release): HTMLElement {
  const rows = [...release.rows("rejects")].sort(
    (a, b) => recordsOrder(b.records) - recordsOrder(a.records),
  );
  if (rows.length === 0)
    return section("Data to fix", html`<p>Every record and value could be used.</p>`);
  return section(
    "Data to fix",
    figureTable<RejectRow>({
      caption: "Records and values that could not be used, by reason, and what to do",
      rows,
      downloads: tableDownloads(release, "rejects"),
      columns: [
        { title: "Reason", isProse: true, value: ({ reasonName }) => reasonName },
        { title: "File", value: ({ file }) => file },
        { title: "Column", value: ({ column }) => column || "whole record" },
        {
          title: "Effect",
          isProse: true,
          value: ({ effect }) => EFFECTS[effect] ?? "record not used",
        },
        recordsColumn(),
        { title: "What to do", isProse: true, value: ({ remedy }) => remedy },
      ],
    }),
  );
}

const EFFECTS: { readonly [effect: string]: string } = {
  rejected: "record not used",
  "set-aside": "record used without the value",
  "passed-over": "another record of the same thing is used",
};

/** What the mandate asks for and nobody records: it cannot be determined, and is no fault of a student. */
export function notCollected({ manifest }: Release): HTMLElement | null {
  const rows = manifest.reading.notCollected ?? [];
  if (rows.length === 0) return null;
  return section(
    "Not collected",
    figureTable<(typeof rows)[number]>({
      caption: "What the requirements ask for and no record of the district carries",
      rows,
      columns: [
        { title: "Requirement", isProse: true, value: ({ requirementName }) => requirementName },
        { title: "Not collected", isProse: true, value: ({ what }) => what },
        { title: "File", value: ({ file }) => file },
        { title: "Column that would decide it", value: ({ column }) => column },
      ],
    }),
  );
}

/** The files in force on the release's day; in the staff edition file by file, with what became of every record. */
export function filesRead(release: Release): HTMLElement {
  if (release.manifest.edition === "staff") return filesReadExactly(release);
  return section(
    "Files read",
    figureTable<FileRow>({
      caption: "What each kind of file brought",
      rows: release.rows("files"),
      downloads: tableDownloads(release, "files"),
      columns: [
        { title: "File", value: ({ file }) => file },
        { title: "What it holds", value: ({ kindName }) => kindName },
        recordsColumn(),
        { title: "Outcome", value: ({ outcome }) => outcome.replaceAll("-", " ") },
        { title: "What to do", isProse: true, value: ({ remedy }) => remedy },
      ],
    }),
  );
}

function filesReadExactly(release: Release): HTMLElement {
  // The edition decides the columns of the table.
  const rows = release.rows("files") as unknown as readonly StaffFileRow[];
  const countOf = (title: string, value: (row: StaffFileRow) => number) =>
    ({
      title,
      isNumber: true,
      value,
      cell: (row: StaffFileRow) => wholeNumber(value(row)),
    }) as const;
  return section(
    "Files read",
    figureTable<StaffFileRow>({
      caption: "What became of every record of each file",
      rows,
      downloads: tableDownloads(release, "files"),
      columns: [
        {
          title: "File",
          value: ({ file }) => file,
          cell: ({ file, kindName }) => html`${file}<small>${kindName}</small>`,
        },
        countOf("Records", ({ records }) => records),
        countOf("Accepted", ({ accepted }) => accepted),
        countOf("Rejected", ({ rejected }) => rejected),
        countOf("Repeated", ({ repeated }) => repeated),
        countOf("Contradicted", ({ contradicted }) => contradicted),
        countOf("Values set aside", ({ setAside }) => setAside),
        {
          title: "Outcome",
          isProse: true,
          value: ({ outcome }) => outcome.replaceAll("-", " "),
          cell: ({ outcome, remedy }) =>
            html`${outcome.replaceAll("-", " ")}<small>${remedy}</small>`,
        },
      ],
    }),
    html`<p class="fine">
      Accepted, rejected, repeated and contradicted records add up to all records of a file. A
      contradicted record says something else than another record of the same thing, which is used
      instead.
    </p>`,
  );
}

/** Why a public number of records is no exact one. */
export function orderOfMagnitude({ manifest }: Release): HTMLElement | null {
  return manifest.edition === "staff"
    ? null
    : html`<p class="fine">
        Numbers of records are orders of magnitude: the exact ones, in the staff edition, could tell
        about one student.
      </p>`;
}

const recordsColumn = <Row extends { readonly records: string }>(): TableColumn<Row> => ({
  title: "Records",
  isNumber: true,
  value: ({ records }) => recordsOrder(records),
  cell: ({ records }) => recordsInWords(records),
});
