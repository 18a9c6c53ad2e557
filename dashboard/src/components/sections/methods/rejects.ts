import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { recordsInWords, recordsOrder } from "../../../words/formats/records.js";
import { plainText } from "../../../words/language.js";
import { dataWords as words } from "../../../words/methods/data.js";
import { rejectRemedy } from "../../../words/terms/reject-remedies.js";
import { rejectEffectName, rejectReasonName } from "../../../words/terms/rejects.js";
import { worded } from "../../page/worded.js";
import { dataTable } from "../../tables/data-table.js";
import type { TableColumn } from "../../tables/table-column.ts";
import { filesOf } from "../files-of.js";
import { fileName } from "./file-name.js";

type RejectRow = RowsByTable["rejects"];

/** Why records could not be used, and what to do. The reason of most records comes first. */
export async function rejects(edition: Edition): Promise<readonly Node[]> {
  const rows = (await edition.rows("rejects")).toSorted(
    (a, b) => recordsOrder(b.records) - recordsOrder(a.records),
  );
  const title = html`<h3>${words.rejects}</h3>`;
  if (rows.length === 0) return [title, html`<p>${words.allUsed}</p>`];
  return [
    title,
    dataTable<RejectRow>({
      caption: words.rejectsCaption,
      rows,
      columns: COLUMNS,
      sorted: { title: words.records, order: "descending" },
      files: await filesOf(edition, "rejects"),
    }),
  ];
}

const COLUMNS: readonly TableColumn<RejectRow>[] = [
  {
    title: words.reason,
    kind: "prose",
    value: (row) => plainText(reasonOf(row)),
    cell: (row) => html`<span>${worded(reasonOf(row))}</span>`,
  },
  {
    title: words.records,
    kind: "number",
    isFigure: true,
    value: ({ records }) => recordsOrder(records),
    cell: ({ records }) => recordsInWords(records),
  },
  {
    title: words.file,
    foldsOnPhone: true,
    value: ({ file }) => file,
    cell: ({ file }) => fileName(file),
  },
  {
    title: words.column,
    foldsOnPhone: true,
    value: ({ column }) => column,
    cell: ({ column }) => (column === "" ? words.wholeRecord : fileName(column)),
  },
  {
    title: words.remedy,
    kind: "prose",
    foldsOnPhone: true,
    value: (row) => plainText(rejectRemedy(row)),
    cell: (row) => html`<span>${worded(rejectRemedy(row))}</span>`,
  },
  {
    title: words.effect,
    foldsOnPhone: true,
    value: ({ effect }) => rejectEffectName(effect, effect),
  },
];

const reasonOf = ({ reason, reasonName }: RejectRow): string =>
  rejectReasonName(reason, reasonName);
