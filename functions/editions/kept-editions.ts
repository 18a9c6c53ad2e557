import { addDays, monthOf } from "../domain/calendar/day.ts";
import type { StaffEditionEntry } from "./staff-latest.ts";

/** The editions of this many days up to the latest are kept. */
const DAYS_KEPT = 14;

/**
 * The staff editions to keep: those of the last 14 days, the last of each month, and those of the
 * days of public releases, so that a public figure can always be compared with the exact one.
 * @param editions the latest day first, one per day
 * @param written the day that was written just now: it is kept until the next one is
 */
export function keptEditions(
  editions: readonly StaffEditionEntry[],
  publicDays: readonly string[],
  written: string,
): readonly StaffEditionEntry[] {
  const [latest] = editions;
  if (latest === undefined) return [];
  const since = addDays(latest.asOf, 1 - DAYS_KEPT);
  const before = editions.find(({ asOf }) => asOf < written)?.asOf;
  const months = new Set<string>();
  return editions.filter(({ asOf }) => {
    const isLastOfMonth = !months.has(monthOf(asOf));
    months.add(monthOf(asOf));
    const isCompared = asOf === written || asOf === before;
    return asOf >= since || isLastOfMonth || isCompared || publicDays.includes(asOf);
  });
}
