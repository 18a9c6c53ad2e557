import { longDay } from "../domain/long-day.ts";
import { shareInWords } from "./share-words.ts";
import type { ChangeRow } from "./tables.ts";

/** The measures whose changes are said in words; all changes are in the table. */
const HEADLINES: readonly string[] = [
  "requirements-met",
  "review-timeliness",
  "plan-coverage",
  "transition-coverage",
  "chronic-absence",
];

/**
 * A headline rate of the district that is shown higher or lower than before. A bar has the same moves
 * all year, so that is mostly a real change, and not for certain.
 */
export const isNews = (row: ChangeRow): boolean =>
  HEADLINES.includes(row.measure) &&
  row.level === "district" &&
  (row.breakdown === "all" || row.breakdown === "transition") &&
  (row.change === "up" || row.change === "down");

export function changeSentence(row: ChangeRow): string {
  const group = row.breakdown === "all" ? "" : ` (${row.groupName})`;
  return `${row.measureName}${group}: ${shareInWords(row)}, ${changeWords(row)}.`;
}

/** "down from 72% on March 31, 2022" */
export function changeWords({
  change,
  previousLow,
  previousHigh,
  previousAsOf,
}: ChangeRow): string {
  const before = `${shareInWords({ low: previousLow, high: previousHigh })} on ${longDay(previousAsOf)}`;
  switch (change) {
    case "up":
    case "down":
      return `${change} from ${before}`;
    case "same":
      return `as on ${longDay(previousAsOf)}`;
    default:
      return `after ${before}`;
  }
}
