import { html } from "htl";
import type { RecordsChangedRow } from "../../../functions/releases/tables/tables.ts";
import { editionName } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { recordsInWords, recordsOrder } from "../words/records.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups } from "./place-cell.js";
import { section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";

/** What came, changed and went in the records since the release before. */
export function recordsChanged(release: Release): HTMLElement {
  const rows = release.rows("records-changed");
  const name = editionName(release.manifest);
  const title = `Records changed since the last ${name}`;
  if (rows.length === 0)
    return section(
      title,
      html`<p>
        ${
          release.manifest.previousRelease === null
            ? `This is the first ${name} of the school year.`
            : `No record was added, changed or withdrawn since the ${name} before.`
        }
      </p>`,
    );
  return section(
    title,
    figureTable<OfTable>({
      caption: "Records added, changed and withdrawn",
      rows: inGroups(rows, ({ table }) => table).map((group) => ({ ...group[0], changes: group })),
      downloads: tableDownloads(release, "records-changed"),
      columns: [
        { title: "Records", value: ({ tableName }) => tableName },
        ...inGroups(rows, ({ change }) => change).map(([first]) => changeColumn(first)),
      ],
    }),
  );
}

interface OfTable extends RecordsChangedRow {
  readonly changes: readonly RecordsChangedRow[];
}

function changeColumn({ change, changeName }: RecordsChangedRow): TableColumn<OfTable> {
  const of = ({ changes }: OfTable) => changes.find((each) => each.change === change);
  return {
    title: changeName,
    isNumber: true,
    value: (row) => {
      const found = of(row);
      return found === undefined ? null : recordsOrder(found.records);
    },
    cell: (row) => {
      const found = of(row);
      return found === undefined ? "" : recordsInWords(found.records);
    },
  };
}
