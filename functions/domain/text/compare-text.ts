/** The order of two texts by their code units: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts things by a text that belongs to each. */
export const byText =
  <T>(textOf: (thing: T) => string) =>
  (a: T, b: T): number =>
    compareText(textOf(a), textOf(b));

/** Sorts entries by their keys: of a map, or of an object. */
export const byKey = (
  [a]: readonly [key: string, value: unknown],
  [b]: readonly [key: string, value: unknown],
): number => compareText(a, b);
