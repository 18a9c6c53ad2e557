import type { StandingRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, placeColumn } from "./place-cell.js";
import { asStatus } from "./standing-status.js";
import type { StatusShare } from "./status-bars.ts";
import { statusColumns } from "./status-table.js";
import { tableDownloads } from "./table-downloads.js";

interface Group extends StandingRow {
  readonly statuses: readonly StatusShare[];
}

/** One row a rule or school, whichever there are several of, and one column a standing. */
export function standingTable(
  release: Release,
  caption: string,
  rows: readonly StandingRow[],
): HTMLElement {
  const groups = inGroups(rows, ({ school, requirement }) => `${school} ${requirement}`);
  const isOfOnePlace = new Set(rows.map(({ school }) => school)).size === 1;
  const ruleColumn: TableColumn<Group> = {
    title: "Rule",
    value: ({ requirementName }) => requirementName,
  };
  return figureTable<Group>({
    caption,
    rows: groups.map((group) => ({ ...group[0], statuses: group.map(asStatus) })),
    isMarked: true,
    downloads: tableDownloads(release, "standings"),
    columns: [
      isOfOnePlace ? ruleColumn : placeColumn<Group>(),
      ...statusColumns<Group>(rows.map(asStatus)),
    ],
  });
}
