import { gapInWords } from "../../../words/formats/gaps.js";
import { markOf } from "../../../words/terms/states.js";
import type { GroupRow } from "./group-row.ts";

/**
 * The gap of a group in words; where it has no gap, why the group that it is compared with has no
 * figure.
 */
export function gapOfRow(row: GroupRow, rows: readonly GroupRow[]): string {
  const gap = gapInWords(row);
  if (gap !== "") return gap;
  const compared = rows.find(
    ({ division, group }) => division === row.division && group === row.comparedWith,
  );
  return compared === undefined || compared.state === "shown" ? "" : markOf(compared.state);
}
