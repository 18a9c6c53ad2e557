import { grouped } from "../../domain/text/grouped.ts";
import { SUPPRESSED } from "./research-classes.ts";

/**
 * Where values of a column are suppressed for a reason, suppresses as many again at random, and
 * at least `fewest` in all: so a suppressed value does not mean a rare one. A value that `fewest`
 * students have keeps them.
 *
 * @param chances by student, from 0 to 1: for this column alone, else two columns together would show who was chosen at random
 */
export function suppressAtRandom(
  values: readonly string[],
  chances: readonly number[],
  fewest: number,
): readonly string[] {
  const suppressed = values.filter((value) => value === SUPPRESSED).length;
  if (suppressed === 0) return values;
  const left = new Map(
    [...grouped(values, (value) => value)].map(([v, { length }]) => [v, length]),
  );
  const besides = new Set<number>();
  const inOrder = values
    .map((value, index) => ({ value, index, chance: chances[index] ?? 0 }))
    .sort((a, b) => a.chance - b.chance);
  for (const { value, index } of inOrder) {
    if (besides.size >= Math.max(suppressed, fewest - suppressed)) break;
    const others = (left.get(value) ?? 0) - 1;
    if (value === SUPPRESSED || others < fewest) continue;
    left.set(value, others);
    besides.add(index);
  }
  return values.map((value, index) => (besides.has(index) ? SUPPRESSED : value));
}
