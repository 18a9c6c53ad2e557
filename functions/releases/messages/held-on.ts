import type { Day } from "../../domain/calendar/day.ts";

/** The day of a figure that is held: its counts are not of the day of the edition. Null where they are. */
export const heldOn = (
  { drawnOn }: { readonly drawnOn: string | null },
  asOf: Day,
): string | null => (drawnOn === asOf ? null : drawnOn);
