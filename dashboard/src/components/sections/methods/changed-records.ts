import { html } from "htl";
import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { recordsInWords, recordsOrder } from "../../../words/formats/records.js";
import { plainText } from "../../../words/language.js";
import { dataWords as words } from "../../../words/methods/data.js";
import { kindName } from "../../../words/terms/file-kinds.js";
import { recordChangeName } from "../../../words/terms/files.js";
import { dataTable } from "../../tables/data-table.js";
import type { TableColumn } from "../../tables/table-column.ts";
import { filesOf } from "../files-of.js";
import { inGroups } from "../requirements/bar-rows.js";

type ChangedRow = RowsByTable["records-changed"];
/** The changes of one sort of records. */
type OfTable = readonly [ChangedRow, ...ChangedRow[]];

/** What came, changed and went in the records since the release before. */
export async function changedRecords(
  edition: Edition,
  { previousRelease }: Pick<ReleaseManifest, "previousRelease">,
): Promise<readonly Node[]> {
  const rows = await edition.rows("records-changed");
  const title = html`<h3>${words.changed}</h3>`;
  if (rows.length === 0) {
    const why = previousRelease === null ? words.changedFirst : words.changedNone;
    return [title, html`<p>${why}</p>`];
  }
  return [
    title,
    dataTable<OfTable>({
      caption: words.changedCaption,
      rows: inGroups(rows, ({ table }) => table),
      files: await filesOf(edition, "records-changed"),
      columns: [
        {
          title: words.table,
          value: ([{ tableName }]) => plainText(kindName(tableName, tableName)),
        },
        ...inGroups(rows, ({ change }) => change).map(([first], index) =>
          changeColumn(first, index > 0),
        ),
      ],
    }),
  ];
}

function changeColumn(of: ChangedRow, foldsOnPhone: boolean): TableColumn<OfTable> {
  const recordsOf = (rows: OfTable): string | number | undefined =>
    rows.find(({ change }) => change === of.change)?.records;
  return {
    title: plainText(recordChangeName(of.change, of.changeName)),
    kind: "number",
    foldsOnPhone,
    value: (rows) => {
      const records = recordsOf(rows);
      return records === undefined ? null : recordsOrder(records);
    },
    cell: (rows) => {
      const records = recordsOf(rows);
      return records === undefined ? "" : recordsInWords(records);
    },
  };
}
