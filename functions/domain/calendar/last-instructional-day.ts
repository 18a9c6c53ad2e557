import type { Day } from "./day.ts";
import { schoolYearOf } from "./school-year.ts";

/**
 * The last instructional day of a school year; null if its calendar was not sent to the end of the
 * year. A convention: it was if it has a day on May 1 or later.
 * @param days the instructional days of one school year, in order
 */
export function lastInstructionalDay(days: readonly Day[]): Day | null {
  const last = days.at(-1);
  return last !== undefined && last >= `${schoolYearOf(last)}-05-01` ? last : null;
}
