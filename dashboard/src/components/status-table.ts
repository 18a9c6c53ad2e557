import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables/tables.ts";
import type { Release } from "../release/release.ts";
import { wholeNumber } from "../words/numbers.js";
import { shareOrder } from "../words/shares.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { markKey } from "./mark-key.js";
import { inGroups, placeColumn } from "./place-cell.js";
import { earlierDay, shareCell, stateOfAll } from "./share-cell.js";
import type { StatusShare } from "./status-bars.ts";
import { STATUS_ORDER } from "./status-palette.js";
import { tableDownloads } from "./table-downloads.js";

interface Group extends StatusRow {
  readonly statuses: readonly StatusRow[];
}

/** One row for each school or grade, one column for each status. */
export function statusTable(release: Release, rows: readonly StatusRow[]): HTMLElement {
  const groups = inGroups(rows, ({ level, school, breakdown, group }) =>
    [level, school, breakdown, group].join(" "),
  );
  return figureTable<Group>({
    caption: "Students by review status",
    rows: groups.map((group) => ({ ...group[0], statuses: group })),
    stateOf: ({ statuses }) => stateOfAll(statuses),
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "statuses"),
    columns: [
      placeColumn<Group>(),
      { title: "Group", value: ({ groupName }) => groupName },
      ...statusColumns<Group>(release, rows),
    ],
  });
}

interface WithStatuses {
  readonly statuses: readonly StatusShare[];
}

/** One column for each status, in their fixed order, then the students whom they divide. */
export function statusColumns<Row extends WithStatuses>(
  release: Release,
  rows: readonly StatusShare[],
): readonly TableColumn<Row>[] {
  const statuses = STATUS_ORDER.flatMap((status) => {
    const found = rows.find((row) => row.status === status);
    return found ? [found] : [];
  });
  return [
    ...statuses.map((status) => statusColumn<Row>(release, status)),
    studentsColumn<Row>(release.manifest.asOf),
  ];
}

function statusColumn<Row extends WithStatuses>(
  release: Release,
  { status, statusName }: StatusShare,
): TableColumn<Row> {
  const find = ({ statuses }: Row): StatusShare | undefined =>
    statuses.find((each) => each.status === status);
  return {
    title: statusName,
    isNumber: true,
    isFigure: true,
    value: (group) => {
      const row = find(group);
      return row === undefined ? null : shareOrder(row);
    },
    cell: (group) => shareCell(release, find(group)),
  };
}

/** The students whom the statuses divide, on the day of the counts: all of them come from one drawing. */
const studentsColumn = <Row extends WithStatuses>(asOf: string): TableColumn<Row> => ({
  title: "Students (n)",
  isNumber: true,
  isFigure: true,
  value: studentsOf,
  cell: (group) => {
    const students = studentsOf(group);
    if (students === null) return "";
    const day = earlierDay(group.statuses, asOf);
    return html`<span
      >${wholeNumber(students)}${day === "" ? "" : html`<small>${day}</small>`}</span
    >`;
  },
});

function studentsOf({ statuses }: WithStatuses): number | null {
  return statuses.find(({ n }) => n !== null)?.n ?? null;
}
