import type { StatusRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { bandInWords, bandOrder } from "../words/bands.js";
import { wholeNumber } from "../words/numbers.js";
import { markOf } from "../words/states.js";
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
    ...(rows.some(({ of }) => of !== undefined && of !== null) ? [ofColumn<Row>()] : []),
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
    value: (group) => bandOrder(find(group)?.band ?? null),
    cell: (group) => {
      const row = find(group);
      if (row === undefined) return "";
      return row.band === null ? markCell(markOf(row.state)) : bandInWords(row.band);
    },
  };
}

/** The students whom the statuses divide, where everybody can know how many they are. */
const ofColumn = <Row extends WithStatuses>(): TableColumn<Row> => ({
  title: "Of students",
  isNumber: true,
  value: ofStudents,
  cell: (group) => {
    const of = ofStudents(group);
    return of === null ? "" : wholeNumber(of);
  },
});

function ofStudents({ statuses }: WithStatuses): number | null {
  return statuses.find(({ of }) => of !== undefined && of !== null)?.of ?? null;
}
