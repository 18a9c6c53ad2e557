import type { DueSpan } from "../../mandates/clock/due-on-calendar.ts";
import { compareText } from "../../domain/text/compare-text.ts";
import type { RateRow } from "../tables/tables.ts";
import { dueBetweenFigures, type DueCalendar } from "../trends/due-between.ts";
import type { NotCompared } from "./school-report.ts";

type Rate = Pick<RateRow, "measure" | "breakdown" | "group" | "drawnOn">;

/** When something that rates of the same thing count fell due between the counts of any two; null if nothing did. */
export function dueAmong(calendar: DueCalendar, rates: readonly Rate[]): DueSpan | null {
  const [first, ...others] = rates
    .filter(({ drawnOn }) => drawnOn !== null)
    .toSorted((a, b) => compareText(a.drawnOn ?? "", b.drawnOn ?? ""));
  const last = others.at(-1);
  return first === undefined || last === undefined
    ? null
    : dueBetweenFigures(calendar, first, last);
}

/**
 * Of a rate that asks for several requirements together, when something fell due between its counts
 * and those of one of these requirements; null for other rates.
 */
export function dueBesideRows(
  own: Rate,
  others: readonly Rate[],
  calendar: DueCalendar,
): DueSpan | null {
  const together = calendar.composites?.[own.measure] ?? [];
  const [between = null] = others
    .filter(({ breakdown, group }) => breakdown !== "all" && together.includes(group))
    .flatMap((other) => dueBetweenFigures(calendar, own, other) ?? []);
  return between;
}

export const notComparedWith = (due: {
  readonly [others in NotCompared["with"]]: DueSpan | null;
}): readonly NotCompared[] =>
  (["district", "peers", "rows"] as const).flatMap((others) => {
    const dueOn = due[others];
    return dueOn === null ? [] : [{ with: others, dueOn }];
  });
