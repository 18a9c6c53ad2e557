import type { RateRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { shareOrder } from "../words/shares.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, placeColumn } from "./place-cell.js";
import { datedShareCell } from "./share-cell.js";
import { tableDownloads } from "./table-downloads.js";

interface OfPlace extends RateRow {
  readonly milestones: readonly RateRow[];
}

/** One cohort: a row for each school, a column for each milestone, under the names that its charts have. */
export function milestoneTable(
  release: Release,
  cohort: readonly RateRow[],
  nameOf: (row: RateRow) => string,
): HTMLElement {
  const places = inGroups(cohort, ({ level, school }) => `${level} ${school}`);
  return figureTable<OfPlace>({
    caption: `${cohort[0]?.groupName ?? ""}, by school`,
    rows: places.map((place) => ({ ...place[0], milestones: place })),
    isMarked: true,
    downloads: tableDownloads(release, "rates"),
    columns: [
      placeColumn<OfPlace>(),
      ...inGroups(cohort, ({ measure }) => measure).map(([first]) =>
        milestoneColumn(first, nameOf(first), release.manifest.asOf),
      ),
    ],
  });
}

function milestoneColumn({ measure }: RateRow, title: string, asOf: string): TableColumn<OfPlace> {
  const of = ({ milestones }: OfPlace) => milestones.find((each) => each.measure === measure);
  return {
    title,
    isNumber: true,
    value: (row) => {
      const found = of(row);
      return found === undefined ? null : shareOrder(found);
    },
    cell: (row) => datedShareCell(of(row), asOf),
  };
}
