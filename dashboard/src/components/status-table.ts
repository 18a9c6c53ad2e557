import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { percent, wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, markCell, placeColumn } from "./place-cell.js";
import { STATUS_ORDER } from "./status-palette.js";
import { tableDownloads } from "./table-downloads.js";

interface Group extends StatusRow {
  readonly statuses: readonly StatusRow[];
}

/** One row a school or grade, one column a status. */
export function statusTable(release: Release, rows: readonly StatusRow[]): HTMLElement {
  const groups = inGroups(rows, ({ level, school, breakdown, group }) =>
    [level, school, breakdown, group].join(" "),
  );
  const statuses = STATUS_ORDER.flatMap((status) => {
    const found = rows.find((row) => row.status === status);
    return found ? [found] : [];
  });
  return figureTable<Group>({
    caption: "Students by review status",
    rows: groups.map((group) => ({ ...group[0], statuses: group })),
    isMarked: true,
    downloads: tableDownloads(release, "statuses"),
    columns: [
      placeColumn<Group>(),
      { title: "Students of", value: ({ groupName }) => groupName },
      ...statuses.map(statusColumn),
      {
        title: "Of students",
        isNumber: true,
        value: ofStudents,
        cell: (group) => {
          const of = ofStudents(group);
          return of === null ? markCell(markOf(group.state)) : wholeNumber(of);
        },
      },
    ],
  });
}

function statusColumn({ status, statusName }: StatusRow): TableColumn<Group> {
  const find = ({ statuses }: Group): StatusRow | undefined =>
    statuses.find((each) => each.status === status);
  return {
    title: statusName,
    isNumber: true,
    value: (group) => find(group)?.share ?? null,
    cell: (group) => {
      const row = find(group);
      if (row === undefined) return "";
      if (!isShown(row) || row.share === null) return markCell(markOf(row.state));
      return html`${percent(row.share)}
      ${row.students === null ? "" : html`<small>${wholeNumber(row.students)}</small>`}`;
    },
  };
}

function ofStudents({ statuses }: Group): number | null {
  return statuses.find(({ of }) => of !== null)?.of ?? null;
}
