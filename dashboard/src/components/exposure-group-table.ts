import type { ExposureGroupRow } from "../../../functions/releases/tables/tables.ts";
import type { Release } from "../release/release.ts";
import { percent, percentInterval } from "../words/numbers.js";
import { figureTable } from "./figure-table.js";
import { markKey } from "./mark-key.js";
import { tableDownloads } from "./table-downloads.js";

export function exposureGroupTable(release: Release): HTMLElement | null {
  const rows = release.rows("exposure-groups");
  if (rows.every(({ mean }) => mean === null)) return null;
  return figureTable<ExposureGroupRow>({
    caption: "Mean attendance by goals and plans",
    rows,
    stateOf: ({ state }) => state,
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "exposure-groups"),
    columns: [
      { title: "Beside", value: ({ exposureName }) => exposureName },
      { title: "Students with", value: ({ groupName }) => groupName },
      {
        title: "Mean attendance",
        isNumber: true,
        isFigure: true,
        value: ({ mean }) => mean,
        cell: ({ mean }) => (mean === null ? "" : percent(mean)),
      },
      {
        title: "95% interval",
        isNumber: true,
        isFigure: true,
        value: ({ low }) => low,
        cell: ({ low, high }) => (low === null || high === null ? "" : percentInterval(low, high)),
      },
    ],
  });
}
