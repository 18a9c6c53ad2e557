import { bandInWords } from "./band-words.ts";
import { longDay } from "./figure-words.ts";
import type { ChangeRow } from "./tables.ts";

/** The measures whose changes are told in words; all changes are in the table. */
const HEADLINES: readonly string[] = [
  "review-timeliness",
  "plan-coverage",
  "transition-coverage",
  "chronic-absence",
];

/** A headline rate of the district that went up or down for certain. */
export const isNews = (row: ChangeRow): boolean =>
  HEADLINES.includes(row.measure) &&
  row.level === "district" &&
  row.breakdown !== "grade" &&
  (row.change === "up" || row.change === "down");

export function changeSentence(row: ChangeRow): string {
  const group = row.breakdown === "all" ? "" : ` (${row.groupName})`;
  return `${row.measureName}${group}: ${bandInWords(row.band)}, ${changeWords(row)}.`;
}

/** "down from 72% on 31 March 2022" */
export function changeWords({ change, previousBand, previousAsOf }: ChangeRow): string {
  const before = `${bandInWords(previousBand)} on ${longDay(previousAsOf)}`;
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
