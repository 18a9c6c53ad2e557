import type { DueCalendar } from "../../../../../functions/releases/due/due-between.ts";
import { beforeDue, type BeforeDue } from "../../../release/due-between.js";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import type { AskedGroups, GroupRow } from "./group-row.ts";

type RateRow = RowsByTable["rates"];

/** What a group is compared with, and why it is not. */
export interface Compared {
  /** The share of everybody of the place, as the measure counts them; null where none is listed. */
  readonly whole: RateRow | null;
  /** The earlier counts of a group and of all students, where a due day lies between the two. */
  readonly apartFromWhole: (row: GroupRow) => BeforeDue | null;
  /** The same of a group and the one that its gap is to. */
  readonly apart: (row: GroupRow) => BeforeDue | null;
}

export function compared(
  rates: readonly RateRow[],
  asked: AskedGroups,
  mandate: DueCalendar,
): Compared {
  const whole = rates.find((row) => isWhole(row, asked)) ?? null;
  // Without a figure there is no day of counts.
  const apart = (row: GroupRow, other: GroupRow | RateRow | null | undefined): BeforeDue | null => {
    if (other === null || other === undefined) return null;
    const counted = { measure: row.measure, group: row.requirement || "all" };
    const before = beforeDue(
      mandate,
      [row, other].map(({ drawnOn }) => ({ ...counted, drawnOn })),
    );
    return before.find((each) => each !== null) ?? null;
  };
  return {
    whole,
    apartFromWhole: (row) => apart(row, whole),
    apart: (row) => {
      const { division, comparedWith } = row;
      return comparedWith === "all"
        ? apart(row, whole)
        : apart(
            row,
            asked.rows.find((other) => other.division === division && other.group === comparedWith),
          );
    },
  };
}

const isWhole = (row: RateRow, { rows: [first], level, school }: AskedGroups): boolean =>
  row.measure === first?.measure &&
  row.level === level &&
  row.school === school &&
  (first.requirement === ""
    ? row.breakdown === "all"
    : row.breakdown === "transition" && row.group === first.requirement);
