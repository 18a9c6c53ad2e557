import { holdText, type BarKey } from "../domain/figures/bar-key.ts";
import type { Day } from "../domain/calendar/day.ts";
import type { Chance } from "./chance.ts";

/**
 * At least this many students must have moved before a bar is drawn again, and up to three more.
 */
export const FEWEST_MOVED = 5;
export const MOST_MORE = 3;

/** The fewest students who can stand behind the change from one drawing to the next: who gained, or who lost, whichever is more. */
export function leastMoved(before: readonly number[], now: readonly number[]): number {
  if (before.length !== now.length) {
    throw new Error(`a bar of ${now.length} parts cannot be held beside one of ${before.length}`);
  }
  let gained = 0;
  let lost = 0;
  now.forEach((count, part) => {
    const change = count - (before[part] ?? 0);
    if (change > 0) gained += change;
    else lost -= change;
  });
  return Math.max(gained, lost);
}

/**
 * How many students must have moved for a bar to be drawn anew: 5, and a secret 0 to 3 more, fixed
 * from one drawing to the next. With a known number the dates of drawing alone gave exact counts.
 */
export const movesNeeded = (key: BarKey, drawnOn: Day, chance: Chance): number =>
  FEWEST_MOVED + (chance(holdText(key, drawnOn)) % (MOST_MORE + 1));
