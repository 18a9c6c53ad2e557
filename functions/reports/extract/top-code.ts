/** The value from which on all are recoded to it, so that enough students share it; null where too few have a value at all. */
export function topCode(values: readonly number[], fewest: number): number | null {
  const greatestFirst = [...values].sort((a, b) => b - a);
  return greatestFirst[fewest - 1] ?? null;
}
