import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import type { TrendRow } from "../tables/tables.ts";
import { isShown } from "../words/share-words.ts";
import type { PastShare } from "./overview.ts";

/** A rate as an earlier edition published it. */
export type PastRate = Omit<TrendRow, "comparableSince">;

/**
 * Editions of the year before that are more days away than this are of another time of the year.
 */
const FARTHEST_DAYS = 31;

type RateNamed = Pick<PastRate, "measure" | "school" | "breakdown" | "group">;

/**
 * A rate as it was published nearest to the same day of the school year before; null where no
 * edition is near enough.
 */
export function nearestLastYear(
  lastYear: readonly PastRate[],
  rate: RateNamed,
  asOf: Day,
): PastShare | null {
  const [nearest] = nearestFirst(
    lastYear.filter(
      ({ measure, school, breakdown, group }) =>
        measure === rate.measure &&
        school === rate.school &&
        breakdown === rate.breakdown &&
        group === rate.group,
    ),
    asOf,
  );
  if (nearest === undefined) return null;
  const { asOf: on, drawnOn, low, high } = nearest;
  return { asOf: drawnOn ?? on, low, high };
}

/**
 * The day of the year before's edition that is nearest to the same day; null where none is near
 * enough.
 */
export const nearestDayLastYear = (lastYear: readonly PastRate[], asOf: Day): string | null =>
  nearestFirst(lastYear, asOf)[0]?.asOf ?? null;

function nearestFirst(rows: readonly PastRate[], asOf: Day) {
  const sameDay = oneYearBefore(asOf);
  return rows
    .filter(isShown)
    .map((row) => ({ row, days: Math.abs(daysBetween(sameDay, row.asOf as Day)) }))
    .filter(({ days }) => days <= FARTHEST_DAYS)
    .sort((a, b) => a.days - b.days)
    .map(({ row }) => row);
}

/** February 29 becomes February 28. */
function oneYearBefore(asOf: Day): Day {
  const year = String(Number(asOf.slice(0, 4)) - 1);
  return `${year}${asOf.slice(4) === "-02-29" ? "-02-28" : asOf.slice(4)}` as Day;
}
