import { daysBetween, monthNumberOf, yearOf, type Day } from "../../../domain/calendar/day.ts";
import type { Goal } from "../../../domain/plans/plan.ts";
import { textDeadline } from "./text-deadline.ts";

/** What is odd about a goal's due date: questions to look into, never faults. */
export interface DueDateFlags {
  /** The text names a full date, not before the day the goal was set, that is more than 14 days from the due date. */
  readonly differsFromText: boolean;
  /** The goal is due before it was set. */
  readonly isBeforeSet: boolean;
  /** The goal is due more than 18 months after it was set. */
  readonly isFarAway: boolean;
}

const MOST_DAYS_APART = 14;
const MOST_MONTHS_AHEAD = 18;

export function dueDateFlags({
  description,
  setOn,
  targetOn,
}: Pick<Goal, "description" | "setOn" | "targetOn">): DueDateFlags {
  const latest = targetOn === null ? null : textDeadline(description);
  // A day before the goal was set is where the student stood, not by when.
  const stated = latest !== null && setOn !== null && latest < setOn ? null : latest;
  return {
    differsFromText:
      stated !== null &&
      targetOn !== null &&
      Math.abs(daysBetween(stated, targetOn)) > MOST_DAYS_APART,
    isBeforeSet: isDueBeforeSet({ setOn, targetOn }),
    isFarAway: setOn !== null && targetOn !== null && isMonthsLater(setOn, targetOn),
  };
}

/** Such a due date says nothing of by when: one of the two days is wrong. */
export const isDueBeforeSet = ({ setOn, targetOn }: Pick<Goal, "setOn" | "targetOn">): boolean =>
  setOn !== null && targetOn !== null && targetOn < setOn;

/** Whether `on` is after the same day of the month, 18 months later. */
function isMonthsLater(from: Day, on: Day): boolean {
  const months = (yearOf(on) - yearOf(from)) * 12 + monthNumberOf(on) - monthNumberOf(from);
  return (
    months > MOST_MONTHS_AHEAD || (months === MOST_MONTHS_AHEAD && on.slice(8) > from.slice(8))
  );
}
