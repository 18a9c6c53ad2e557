/** From which value on the greatest are told as one, so that enough students share it; null where all values are shared by too few. */
export function topCode(values: readonly number[], fewest: number): number | null {
  const greatestFirst = [...values].sort((a, b) => b - a);
  return greatestFirst[fewest - 1] ?? null;
}
