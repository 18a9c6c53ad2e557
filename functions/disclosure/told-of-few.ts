import { grouped } from "../domain/grouped.ts";

/** Whose value fewer than `fewest` students have, by student. */
export function toldOfFew(values: readonly string[], fewest: number): readonly boolean[] {
  const counts = grouped(values, (value) => value);
  return values.map((value) => (counts.get(value)?.length ?? 0) < fewest);
}
