import { longDay } from "../../domain/calendar/long-day.ts";
import { notComparedWords } from "./came-due-sentence.ts";
import { shareInWords } from "../words/share-words.ts";
import type { ChangeRow } from "../tables/tables.ts";
import type { NotCompared } from "../trends/trend.ts";

/** The measures whose changes are said in words; all changes are in the table. */
const HEADLINES: readonly string[] = [
  "requirements-met",
  "requirement-met",
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
  ["all", "transition", "requirement"].includes(row.breakdown) &&
  (row.change === "up" || row.change === "down") &&
  hasMoved(row);

/** An exact share has news to tell from one percentage point on: rounding alone can make 13% into 14%. */
const LEAST_MOVE = 0.01;
/** Of floating point. */
const NOISE = 1e-9;

function hasMoved(row: ChangeRow): boolean {
  const { low, high, previousLow, previousHigh } = row;
  const isExact = low === high && previousLow === previousHigh;
  if (isExact && Math.abs(low - previousLow) < LEAST_MOVE - NOISE) return false;
  return shareInWords(row) !== beforeInWords(row);
}

const beforeInWords = ({ previousLow, previousHigh }: ChangeRow): string =>
  shareInWords({ low: previousLow, high: previousHigh });

export function changeSentence(row: ChangeRow): string {
  const group = row.breakdown === "all" ? "" : ` (${row.groupName})`;
  // A requirement may ask some grades only, and its rate is of everybody.
  const of = row.breakdown === "requirement" ? " of all students under the mandate" : "";
  return `${row.measureName}${group}: ${shareInWords(row)}${of}, ${changeWords(row)}.`;
}

/** "down from 72% on March 31, 2022" */
export function changeWords(row: ChangeRow): string {
  const { change } = row;
  const day = longDay(row.previousAsOf);
  switch (change) {
    case "up":
    case "down":
      return hasMoved(row)
        ? `${change} from ${beforeInWords(row)} on ${day}`
        : `nearly as on ${day}`;
    case "same":
      return `as on ${day}`;
    default:
      return `after ${beforeInWords(row)} on ${day}`;
  }
}

/**
 * What a sentence adds to a measure of the whole district: since when it has changed, or that it is not
 * compared; nothing in the first release.
 * @param isOfToday whether the figure is of the edition's day: one with a day of its own need not be said to be as it was on a later one
 */
export function sinceWords(
  measure: string,
  {
    changes,
    notCompared,
  }: { readonly changes: readonly ChangeRow[]; readonly notCompared: readonly NotCompared[] },
  isOfToday: boolean,
): string {
  const change = changes.find(
    (row) => row.measure === measure && row.level === "district" && row.breakdown === "all",
  );
  if (change !== undefined) {
    return isOfToday || change.change !== "same" ? `, ${changeWords(change)}` : "";
  }
  const other = notCompared.find((row) => row.measure === measure && row.breakdown === "all");
  return other === undefined ? "" : `, ${notComparedWords(other.previousAsOf)}`;
}
