import type { ShownShare } from "../words/share-words.ts";

/** Parts of a bar for whose students somebody has something to do. */
const TO_DO: readonly string[] = ["not-held", "no-plan", "not-met"];

/** The least and the greatest share of a bar for which something is still to do: what schools are sorted by. */
export const toDo = (parts: readonly (ShownShare & { readonly part: string })[]): ShownShare =>
  parts
    .filter(({ part }) => TO_DO.includes(part))
    .reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), {
      low: 0,
      high: 0,
    });
