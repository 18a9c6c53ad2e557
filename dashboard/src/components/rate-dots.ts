import type { RateRow } from "../../../functions/releases/tables.ts";
import { percent, wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { intervalDots, type IntervalDot } from "./interval-dots.js";

/** Rates as a dot plot, each row named by the reader's question: by school, by group or by measure. */
export function rateDots(
  title: string,
  rows: readonly RateRow[],
  nameOf: (row: RateRow) => string,
  { asked, isWhole = isOfDistrict }: Options = {},
): HTMLElement {
  const dots = rows.map((row) => ({ ...dotOf(row, nameOf(row)), isWhole: isWhole(row) }));
  return intervalDots(dots, `${title}. ${spoken(dots)}`, asked === undefined ? {} : { asked });
}

interface Options {
  /** A line at 100 % with these words where a rule asks for every student. */
  readonly asked?: string;
  /** Which row is the whole that the others are read against. */
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
      if (a.rate === null || b.rate === null)
        return Number(a.rate === null) - Number(b.rate === null);
      return direction * (a.rate - b.rate);
    });
}

function dotOf(row: RateRow, name: string): IntervalDot {
  const { rate, low, high, state, numerator, denominator } = row;
  const of =
    numerator === null || denominator === null
      ? ""
      : `${wholeNumber(numerator)} of ${wholeNumber(denominator)} students`;
  return { name, rate, low, high, state, of };
}

/** The rows as a screen reader says them; a long list ends in the table. */
function spoken(dots: readonly IntervalDot[]): string {
  const words = dots
    .slice(0, 8)
    .map(
      (each) =>
        `${each.name} ${isShown(each) && each.rate !== null ? percent(each.rate) : markOf(each.state)}`,
    );
  return `${words.join("; ")}${dots.length > 8 ? "; more in the table" : ""}.`;
}
