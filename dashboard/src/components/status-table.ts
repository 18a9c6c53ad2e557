import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { percent, wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, markCell, placeColumn } from "./place-cell.js";
import type { StatusShare } from "./status-bars.ts";
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
  return figureTable<Group>({
    caption: "Students by review status",
    rows: groups.map((group) => ({ ...group[0], statuses: group })),
    isMarked: true,
    downloads: tableDownloads(release, "statuses"),
    columns: [
      placeColumn<Group>(),
      { title: "Students of", value: ({ groupName }) => groupName },
      ...statusColumns<Group>(rows),
    ],
  });
}

interface WithStatuses {
  readonly statuses: readonly StatusShare[];
}

/** One column a status that occurs, in their fixed order, then the students whom they divide. */
export function statusColumns<Row extends WithStatuses>(
  rows: readonly StatusShare[],
): readonly TableColumn<Row>[] {
  const statuses = STATUS_ORDER.flatMap((status) => {
    const found = rows.find((row) => row.status === status);
    return found ? [found] : [];
  });
  return [
    ...statuses.map((status) => statusColumn<Row>(status)),
    {
      title: "Of students",
      isNumber: true,
      value: ofStudents,
      cell: (group) => {
        const of = ofStudents(group);
        return of === null ? markCell(markOf(group.statuses[0]?.state ?? "")) : wholeNumber(of);
      },
    },
  ];
}

function statusColumn<Row extends WithStatuses>({
  status,
  statusName,
}: StatusShare): TableColumn<Row> {
  const find = ({ statuses }: Row): StatusShare | undefined =>
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

function ofStudents({ statuses }: WithStatuses): number | null {
  return statuses.find(({ of }) => of !== null)?.of ?? null;
}
