import type { RateRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { bandInWords, bandOrder } from "../words/bands.js";
import { markOf } from "../words/states.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, markCell, placeColumn } from "./place-cell.js";
import { tableDownloads } from "./table-downloads.js";

interface OfPlace extends RateRow {
  readonly milestones: readonly RateRow[];
}

/** One cohort: a row a school, a column a milestone, under the names that its charts have. */
export function milestoneTable(
  release: Release,
  cohort: readonly RateRow[],
  nameOf: (row: RateRow) => string,
): HTMLElement {
  const places = inGroups(cohort, ({ level, school }) => `${level} ${school}`);
  return figureTable<OfPlace>({
    caption: `${cohort[0]?.groupName ?? ""}: milestones by school`,
    rows: places.map((place) => ({ ...place[0], milestones: place })),
    isMarked: true,
    downloads: tableDownloads(release, "rates"),
    columns: [
      placeColumn<OfPlace>(),
      ...inGroups(cohort, ({ measure }) => measure).map(([first]) =>
        milestoneColumn(first, nameOf(first)),
      ),
    ],
  });
}

function milestoneColumn({ measure }: RateRow, title: string): TableColumn<OfPlace> {
  const of = ({ milestones }: OfPlace) => milestones.find((each) => each.measure === measure);
  return {
    title,
    isNumber: true,
    value: (row) => bandOrder(of(row)?.band ?? null),
    cell: (row) => {
      const found = of(row);
      if (found === undefined) return markCell(markOf("not-applicable"));
      return found.band === null ? markCell(markOf(found.state)) : bandInWords(found.band);
    },
  };
}
