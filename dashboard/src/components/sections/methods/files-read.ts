import { html } from "htl";
import type { FileRow, StaffFileRow } from "../../../../../functions/releases/tables/tables.ts";
import type { Edition } from "../../../release/edition.ts";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { recordsInWords, recordsOrder } from "../../../words/formats/records.js";
import { withinSentence } from "../../../words/formats/text.js";
import { plainText } from "../../../words/language.js";
import { dataWords as words } from "../../../words/methods/data.js";
import { kindName } from "../../../words/terms/file-kinds.js";
import { fileOutcomeName, outcomeRemedy } from "../../../words/terms/files.js";
import { worded } from "../../page/worded.js";
import { dataTable } from "../../tables/data-table.js";
import type { TableColumn } from "../../tables/table-column.ts";
import { filesOf } from "../files-of.js";
import { fileName } from "./file-name.js";

/** The files in force on the day of the data; for staff file by file, with what became of every record. */
export async function filesRead(edition: Edition): Promise<readonly Node[]> {
  const [rows, files] = await Promise.all([edition.rows("files"), filesOf(edition, "files")]);
  const title = html`<h3>${words.files}</h3>`;
  if (rows.length === 0) return [title, html`<p>${words.noFiles}</p>`];
  if (edition.screen.edition === "public") {
    return [
      title,
      dataTable<FileRow>({
        caption: words.filesCaption,
        rows,
        columns: [
          FILE,
          {
            title: words.records,
            kind: "number",
            value: ({ records }) => recordsOrder(records),
            cell: ({ records }) => recordsInWords(records),
          },
          outcomeColumn(rows),
        ],
        files,
      }),
    ];
  }
  return [
    title,
    dataTable<StaffFileRow>({
      caption: words.filesExactCaption,
      // The edition decides the columns of the table.
      rows: rows as unknown as readonly StaffFileRow[],
      columns: [FILE_AND_OUTCOME, ...COUNTS],
      files,
    }),
    html`<p class="fine">${words.filesAddUp}</p>`,
  ];
}

type AnyFile = Pick<FileRow, "file" | "kindName" | "outcome" | "remedy">;

const outcomeOf = ({ outcome }: AnyFile): string => fileOutcomeName(outcome, outcome);

const kindOf = ({ kindName: kind }: AnyFile): string => kindName(kind, kind);

const FILE: TableColumn<FileRow> = {
  title: words.file,
  value: ({ file }) => file,
  cell: (row) => html`<span>${fileName(row.file)}<small>${worded(kindOf(row))}</small></span>`,
};

/** A phone has room for it below the row, beside names of files none; with a remedy it takes that of a text. */
const outcomeColumn = (rows: readonly FileRow[]): TableColumn<FileRow> => ({
  ...{ title: words.outcome, foldsOnPhone: true },
  ...(rows.some(({ remedy }) => remedy !== "") ? { kind: "prose" } : {}),
  value: (row) => plainText(outcomeOf(row)),
  cell: (row) => html`<span>${worded(outcomeOf(row))}${remedyOf(row)}</span>`,
});

/** Beside seven numbers there is no room for the outcome but under the name. */
const FILE_AND_OUTCOME: TableColumn<StaffFileRow> = {
  title: words.file,
  value: ({ file }) => file,
  cell: (row) =>
    html`<span
      >${fileName(row.file)}<small
        >${worded(kindOf(row))}: ${worded(withinSentence(outcomeOf(row)))}</small
      >${remedyOf(row)}</span
    >`,
};

const remedyOf = ({ outcome, remedy }: AnyFile): HTMLElement | string =>
  remedy === "" ? "" : html`<small>${worded(outcomeRemedy(outcome, remedy))}</small>`;

const countOf = (
  title: string,
  value: (row: StaffFileRow) => number,
  foldsOnPhone = true,
): TableColumn<StaffFileRow> => ({
  title,
  kind: "number",
  foldsOnPhone,
  value,
  cell: (row) => wholeNumber(value(row)),
});

const COUNTS: readonly TableColumn<StaffFileRow>[] = [
  countOf(words.records, ({ records }) => records, false),
  countOf(words.accepted, ({ accepted }) => accepted),
  countOf(words.rejected, ({ rejected }) => rejected),
  countOf(words.repeated, ({ repeated }) => repeated),
  countOf(words.contradicted, ({ contradicted }) => contradicted),
  countOf(words.setAside, ({ setAside }) => setAside),
];
