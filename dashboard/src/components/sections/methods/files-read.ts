import { html } from "htl";
import type { FileRow, StaffFileRow } from "../../../../../functions/releases/tables/tables.ts";
import type { Edition } from "../../../release/edition.ts";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { recordsInWords, recordsOrder } from "../../../words/formats/records.js";
import { plainText } from "../../../words/language.js";
import { dataWords as words } from "../../../words/methods/data.js";
import { kindName } from "../../../words/terms/file-kinds.js";
import { fileOrColumn, fileOutcomeName, outcomeRemedy } from "../../../words/terms/files.js";
import { worded } from "../../page/worded.js";
import { dataTable } from "../../tables/data-table.js";
import type { TableColumn } from "../../tables/table-column.ts";
import { filesOf } from "../files-of.js";

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
          ...fileColumns<FileRow>(),
          {
            title: words.records,
            kind: "number",
            value: ({ records }) => recordsOrder(records),
            cell: ({ records }) => recordsInWords(records),
          },
          outcomeColumn(),
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
      columns: [...fileColumns<StaffFileRow>(), ...COUNTS, outcomeColumn()],
      files,
    }),
    html`<p class="fine">${words.filesAddUp}</p>`,
  ];
}

type AnyFile = Pick<FileRow, "file" | "kindName" | "outcome" | "remedy">;

const fileColumns = <Row extends AnyFile>(): readonly TableColumn<Row>[] => [
  {
    title: words.file,
    value: ({ file }) => file,
    cell: ({ file, kindName: kind }) =>
      html`<span
        ><code>${fileOrColumn(file)}</code><small>${worded(kindName(kind, kind))}</small></span
      >`,
  },
];

const outcomeColumn = <Row extends AnyFile>(): TableColumn<Row> => ({
  title: words.outcome,
  kind: "prose",
  foldsOnPhone: true,
  value: ({ outcome }) => plainText(fileOutcomeName(outcome, outcome)),
  cell: ({ outcome, remedy }) =>
    html`<span
      >${worded(fileOutcomeName(outcome, outcome))}<small
        >${worded(outcomeRemedy(outcome, remedy))}</small
      ></span
    >`,
});

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
