import type { ShareEnds } from "../../words/formats/shares.js";

/** Parts of a bar for which somebody has something to do. */
const TO_DO: readonly string[] = ["not-held", "no-plan", "not-met", "not-ready", "none"];

export const isToDo = ({ part }: { readonly part: string }): boolean => TO_DO.includes(part);

/**
 * The lowest and the highest share of a bar for which something is to be done. Places are sorted by
 * it.
 */
export const toDo = (parts: readonly (ShareEnds & { readonly part: string })[]): ShareEnds =>
  parts
    .filter(isToDo)
    .reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), {
      low: 0,
      high: 0,
    });
