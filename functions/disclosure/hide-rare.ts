import { grouped } from "../domain/grouped.ts";
import { NOT_TOLD } from "./research-classes.ts";

/**
 * The values of a column, by student, with those that fewer than `fewest` students have not told.
 *
 * @param isCounted whether a value is one of a few, and no number of which most are rare anyway
 * @param lots by student, from 0 to 1: on whom it falls to be hidden besides
 */
export function hideRare(
  values: readonly string[],
  isCounted: (value: string) => boolean,
  lots: readonly number[],
  fewest: number,
): readonly string[] {
  const counts = grouped(values, (value) => value);
  const isRare = (value: string): boolean =>
    isCounted(value) && (counts.get(value)?.length ?? 0) < fewest;
  return hideByLot(
    values.map((value) => (isRare(value) ? NOT_TOLD : value)),
    lots,
    fewest,
  );
}

/**
 * Where values are hidden for a reason, as many again are by lot, and never fewer in all than a group
 * may have: so "not told" does not mean "rare".
 */
export function hideByLot(
  values: readonly string[],
  lots: readonly number[],
  fewest: number,
): readonly string[] {
  const hidden = values.filter((value) => value === NOT_TOLD).length;
  if (hidden === 0) return values;
  const besides = new Set(
    values
      .map((value, at) => ({ value, at, lot: lots[at] ?? 0 }))
      .filter(({ value }) => value !== NOT_TOLD)
      .sort((a, b) => a.lot - b.lot)
      .slice(0, Math.max(hidden, fewest - hidden))
      .map(({ at }) => at),
  );
  return values.map((value, at) => (besides.has(at) ? NOT_TOLD : value));
}
