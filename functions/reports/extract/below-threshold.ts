import { grouped } from "../../domain/text/grouped.ts";

/** By student, whether fewer than `fewest` students have the same value. */
export function belowThreshold(values: readonly string[], fewest: number): readonly boolean[] {
  const counts = grouped(values, (value) => value);
  return values.map((value) => (counts.get(value)?.length ?? 0) < fewest);
}
