import { compareText } from "../../domain/text/compare-text.ts";
import type { RateRow } from "../tables/tables.ts";
import { dueBetweenFigures, type DueCalendar } from "../due/due-between.ts";
import type { NotCompared } from "./school-report.ts";

type Rate = Pick<RateRow, "measure" | "breakdown" | "group" | "drawnOn">;

/** The earlier of two days of counts, and when something fell due between them. */
export type Apart = Pick<NotCompared, "heldOn" | "dueOn">;

/** Whether something that rates of the same thing count fell due between the counts of any two; null if nothing did. */
export function dueAmong(calendar: DueCalendar, rates: readonly Rate[]): Apart | null {
  const [first, ...others] = rates
    .filter(({ drawnOn }) => drawnOn !== null)
    .toSorted((a, b) => compareText(a.drawnOn ?? "", b.drawnOn ?? ""));
  const last = others.at(-1);
  return first === undefined || last === undefined ? null : apartOf(calendar, first, last);
}

/**
 * Of a rate that asks for several requirements together, whether something fell due between its
 * counts and those of one of these requirements; null for other rates.
 */
export function dueBesideRows(
  own: Rate,
  others: readonly Rate[],
  calendar: DueCalendar,
): Apart | null {
  const together = calendar.composites?.[own.measure] ?? [];
  const [between = null] = others
    .filter(({ breakdown, group }) => breakdown !== "all" && together.includes(group))
    .flatMap((other) => apartOf(calendar, own, other) ?? []);
  return between;
}

function apartOf(calendar: DueCalendar, rate: Rate, other: Rate): Apart | null {
  const dueOn = dueBetweenFigures(calendar, rate, other);
  const [heldOn] = [rate, other].flatMap(({ drawnOn }) => drawnOn ?? []).sort();
  return dueOn === null || heldOn === undefined ? null : { heldOn, dueOn };
}

export const notComparedWith = (apart: {
  readonly [others in NotCompared["with"]]: Apart | null;
}): readonly NotCompared[] =>
  (["district", "peers", "rows"] as const).flatMap((others) => {
    const own = apart[others];
    return own === null ? [] : [{ with: others, ...own }];
  });
