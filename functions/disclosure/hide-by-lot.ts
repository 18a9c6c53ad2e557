import { grouped } from "../domain/grouped.ts";
import { NOT_TOLD } from "./research-classes.ts";

/**
 * Where values of a column are hidden for a reason, as many again are by lot, and never fewer in all
 * than a group may have: so "not told" does not mean "rare". A value that `fewest` students have
 * keeps them.
 *
 * @param lots by student, from 0 to 1: of this column alone, else two columns would tell on whom it fell
 */
export function hideByLot(
  values: readonly string[],
  lots: readonly number[],
  fewest: number,
): readonly string[] {
  const hidden = values.filter((value) => value === NOT_TOLD).length;
  if (hidden === 0) return values;
  const left = new Map(
    [...grouped(values, (value) => value)].map(([v, { length }]) => [v, length]),
  );
  const besides = new Set<number>();
  const inOrder = values
    .map((value, at) => ({ value, at, lot: lots[at] ?? 0 }))
    .sort((a, b) => a.lot - b.lot);
  for (const { value, at } of inOrder) {
    if (besides.size >= Math.max(hidden, fewest - hidden)) break;
    const others = (left.get(value) ?? 0) - 1;
    if (value === NOT_TOLD || others < fewest) continue;
    left.set(value, others);
    besides.add(at);
  }
  return values.map((value, at) => (besides.has(at) ? NOT_TOLD : value));
}
