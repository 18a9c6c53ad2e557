import type { AssociationRow } from "../../../functions/releases/tables/tables.ts";
import { isWhollyExact } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { estimateIn, unitName, wholeNumber } from "../words/numbers.js";
import { figureTable } from "./figure-table.js";
import { markKey } from "./mark-key.js";
import { placeColumn } from "./place-cell.js";
import { tableDownloads } from "./table-downloads.js";

export function associationTable(release: Release): HTMLElement | null {
  const rows = release.rows("associations");
  if (rows.every(({ estimate }) => estimate === null)) return null;
  return figureTable<AssociationRow>({
    caption: "Every estimate, by school and method",
    rows,
    stateOf: ({ state }) => state,
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "associations"),
    columns: [
      placeColumn<AssociationRow>(),
      { title: "Beside", value: ({ exposureName }) => exposureName },
      { title: "Outcome", value: ({ outcomeName }) => outcomeName },
      { title: "Method", value: ({ methodName }) => methodName },
      { title: "Unit", value: ({ unit }) => unitName(unit) },
      {
        title: "Estimate",
        isNumber: true,
        isFigure: true,
        value: ({ estimate }) => estimate,
        cell: ({ estimate, unit }) => (estimate === null ? "" : estimateIn(unit, estimate)),
      },
      {
        title: "95% interval",
        isNumber: true,
        isFigure: true,
        value: ({ low }) => low,
        cell: ({ low, high, unit }) =>
          low === null || high === null
            ? "too few schools"
            : `${estimateIn(unit, low)} to ${estimateIn(unit, high)}`,
      },
      {
        title: isWhollyExact(release.manifest) ? "Students (n)" : "Students, about",
        isNumber: true,
        isFigure: true,
        value: ({ students }) => students,
        cell: ({ students }) => (students === null ? "" : wholeNumber(students)),
      },
    ],
  });
}
