import type { DueCalendar } from "../../../../../functions/releases/due/due-between.ts";
import { beforeDue, type BeforeDue } from "../../../release/due-between.js";
import { isShown, shareOrder } from "../../../words/formats/shares.js";
import { toDo } from "../to-do.js";
import { datedBar, type BarRow, type Question } from "./bar-rows.js";

/** The parts of one bar. */
type Bar = readonly [BarRow, ...BarRow[]];

/** The day of the edition, and the due days across which bars are not compared. */
export interface Beside {
  readonly asOf: string;
  readonly mandate: DueCalendar;
}

/** The bars with counts from before a due day that others are from after. */
export function earlierBars(
  question: Question,
  bars: readonly Bar[],
  { mandate }: Pick<Beside, "mandate">,
): ReadonlyMap<Bar, BeforeDue> {
  const before = beforeDue(
    mandate,
    bars.map((bar) => datedBar(question, bar)),
  );
  return new Map(
    bars.flatMap((bar, at) => {
      const due = before[at] ?? null;
      return due === null ? [] : [[bar, due] as const];
    }),
  );
}

/**
 * The district, then schools: most still to do first, then those with counts from before a due day
 * that other schools are from after, by name, and those without a figure last.
 */
export function placesInOrder(
  question: Question,
  places: readonly Bar[],
  beside: Pick<Beside, "mandate">,
): { readonly sorted: readonly Bar[]; readonly isRanked: boolean } {
  const schools = places.filter(([{ level }]) => level === "school");
  const unranked = earlierBars(question, schools, beside);
  const rank = (bar: Bar): number => (unranked.has(bar) ? UNRANKED : orderOf(bar));
  const sorted = places.toSorted(
    (a, b) =>
      Number(b[0].level === "district") - Number(a[0].level === "district") ||
      rank(b) - rank(a) ||
      a[0].schoolName.localeCompare(b[0].schoolName, "en"),
  );
  return { sorted, isRanked: unranked.size === 0 };
}

/** Between a school with nothing to do and one without a figure. */
const UNRANKED = -0.5;

/** A place without a figure comes last: the order must not reveal what the figure may not. */
function orderOf(rows: readonly BarRow[]): number {
  const shown = rows.filter(isShown);
  return shown.length === 0 ? -1 : (shareOrder(toDo(shown)) ?? -1);
}
