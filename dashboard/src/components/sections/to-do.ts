import type { ShareEnds } from "../../words/formats/shares.js";

/** Parts of a bar that wait for somebody. */
const TO_DO: readonly string[] = ["not-held", "no-plan", "not-met", "not-ready", "none"];

export const isToDo = ({ part }: { readonly part: string }): boolean => TO_DO.includes(part);

/** The least and the greatest share of a bar for which something is still to do: what places are sorted by. */
export const toDo = (parts: readonly (ShareEnds & { readonly part: string })[]): ShareEnds =>
  parts
    .filter(isToDo)
    .reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), {
      low: 0,
      high: 0,
    });
