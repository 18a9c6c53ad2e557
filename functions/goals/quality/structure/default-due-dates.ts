import type { Day } from "../../../domain/calendar/day.ts";

/** One author's goals: how many have a due date, and how many of these are due on the last day of school. */
export interface DueDateCounts {
  readonly due: number;
  readonly dueOnLastDay: number;
}

/** With fewer dated goals, that all are due on one day says nothing about the form. */
const FEWEST_GOALS = 5;
/** In tenths, so that it is compared in integers. */
const MOST_TENTHS = 8;

/**
 * Counts due dates by author (the plan's counselor). Counts of parts of a district merge by addition.
 */
export function dueDateCounts(
  goals: Iterable<{
    readonly author: string;
    readonly dueOn: Day | null;
    readonly lastDay: Day | null;
  }>,
): ReadonlyMap<string, DueDateCounts> {
  const counts = new Map<string, DueDateCounts>();
  for (const { author, dueOn, lastDay } of goals) {
    if (dueOn === null) continue;
    const { due, dueOnLastDay } = counts.get(author) ?? { due: 0, dueOnLastDay: 0 };
    const isLast = dueOn === lastDay;
    counts.set(author, { due: due + 1, dueOnLastDay: dueOnLastDay + (isLast ? 1 : 0) });
  }
  return counts;
}

/** Whether more than 80 % of an author's dated goals are due on the last day of school. */
export const isLastDayDefault = ({ due, dueOnLastDay }: DueDateCounts): boolean =>
  due >= FEWEST_GOALS && dueOnLastDay * 10 > due * MOST_TENTHS;

/** Whether a goal's due date is its author's default: the last day of school, as for nearly all of the author's goals. */
export const hasDefaultDueDate = (
  dueOn: Day | null,
  lastDay: Day | null,
  ofAuthor: DueDateCounts,
): boolean => dueOn !== null && dueOn === lastDay && isLastDayDefault(ofAuthor);
