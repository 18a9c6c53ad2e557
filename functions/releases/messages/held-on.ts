import type { Day } from "../../domain/calendar/day.ts";

/**
 * The day of a held figure, whose counts are of an earlier day than the edition. Null for other
 * figures.
 */
export const heldOn = (
  { drawnOn }: { readonly drawnOn: string | null },
  asOf: Day,
): string | null => (drawnOn === asOf ? null : drawnOn);
