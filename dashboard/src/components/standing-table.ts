import type { StandingRow } from "../../../functions/releases/tables/tables.ts";
import type { Release } from "../release/release.ts";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, placeColumn } from "./place-cell.js";
import { markKey } from "./mark-key.js";
import { asStatus } from "./standing-status.js";
import { stateOfAll } from "./share-cell.js";
import type { StatusShare } from "./status-bars.ts";
import { statusColumns } from "./status-table.js";
import { tableDownloads } from "./table-downloads.js";

interface Group extends StandingRow {
  readonly statuses: readonly StatusShare[];
}

/** One row for each requirement or school, whichever there are several of, and one column for each standing. */
export function standingTable(
  release: Release,
  caption: string,
  rows: readonly StandingRow[],
): HTMLElement {
  const groups = inGroups(rows, ({ school, requirement }) => `${school} ${requirement}`);
  const isOfOnePlace = new Set(rows.map(({ school }) => school)).size === 1;
  const requirementColumn: TableColumn<Group> = {
    title: "Requirement",
    value: ({ requirementName }) => requirementName,
  };
  return figureTable<Group>({
    caption,
    rows: groups.map((group) => ({ ...group[0], statuses: group.map(asStatus) })),
    stateOf: ({ statuses }) => stateOfAll(statuses),
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "standings"),
    columns: [
      isOfOnePlace ? requirementColumn : placeColumn<Group>(),
      ...statusColumns<Group>(release, rows.map(asStatus)),
    ],
  });
}
