import type { TodayColumn } from "../../../functions/console/today.ts";
import { wholeNumber } from "../words/numbers.js";

/** A column of the table with its number of students. */
export interface CountedColumn extends Pick<TodayColumn, "name" | "isOverdue"> {
  readonly count: number;
}

/** Requirements that are named: those that are overdue for most students. */
const MOST_NAMED = 3;

/**
 * "Overdue: goals in all three domains (235), second review of the year (195)." Where no requirement is
 * overdue it says no more than is known, since of some students it may be that none can be determined.
 * Empty where no column counts who is overdue.
 */
export function overdueInWords(columns: readonly CountedColumn[]): string {
  const asked = columns.filter(({ isOverdue }) => isOverdue);
  const overdue = asked.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  if (overdue.length === 0) return asked.length === 0 ? "" : "Nothing is known to be overdue.";
  const named = overdue
    .slice(0, MOST_NAMED)
    .map(({ name, count }) => `${inSentence(name)} (${wholeNumber(count)})`);
  return `Overdue: ${named.join(", ")}${overdue.length > MOST_NAMED ? ", and more" : ""}.`;
}

const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
