import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { countOfStudents, shareOrder } from "../words/shares.js";
import { shareBars, spokenShares, type ShareBar } from "./share-bars.js";

/** Rates as a chart, each row named by the reader's question: by school, by group or by measure. */
export function rateDots(
  title: string,
  rows: readonly RateRow[],
  nameOf: (row: RateRow) => string,
  { asked, isWhole = isOfDistrict }: Options = {},
): HTMLElement {
  const bars = rows.map((row) => ({ ...barOf(row, nameOf(row)), isWhole: isWhole(row) }));
  return shareBars(bars, `${title}. ${spokenShares(bars)}`, asked === undefined ? {} : { asked });
}

interface Options {
  /** A line at 100 % with these words where a rule asks for every student. */
  readonly asked?: string;
  /** Which row is the whole that the others are compared with. */
  readonly isWhole?: (row: RateRow) => boolean;
}

const isOfDistrict = ({ level, group }: RateRow): boolean =>
  level === "district" && group === "all";

/** Rows by school: the district first, then those that need most attention; not applicable ones are left to the table. */
export function bySchool(rows: readonly RateRow[], isHigherBetter: boolean): readonly RateRow[] {
  const direction = isHigherBetter ? 1 : -1;
  return rows
    .filter(({ state }) => state !== "not-applicable")
    .sort((a, b) => {
      if (a.level !== b.level) return a.level === "district" ? -1 : 1;
      const [first, second] = [shareOrder(a), shareOrder(b)];
      // What has no figure comes last, in the order of the names.
      if (first === null || second === null)
        return Number(first === null) - Number(second === null);
      return direction * (first - second);
    });
}

function barOf(row: RateRow, name: string): ShareBar {
  const { low, high, state } = row;
  return { name, low, high, state, of: countOfStudents(row) };
}
