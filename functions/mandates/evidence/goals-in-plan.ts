import type { Day } from "../../domain/calendar/day.ts";
import { isGivenUp } from "../../domain/plans/goal-status.ts";
import type { Goal } from "../../domain/plans/plan.ts";
import type { DueDay } from "../clock/due-day.ts";

/**
 * The day on which the content of a plan is looked at: the due day once it has passed, since a goal
 * that is given up later was in the plan by then, and else the date of the data. If the text has two readings,
 * it is the earlier one.
 */
export interface ContentDay {
  readonly on: Day;
  readonly isDuePast: boolean;
}

export function contentDay(due: DueDay, asOf: Day): ContentDay {
  const dueOn = due.kind === "day" ? due.on : due.kind === "past" ? due.about : asOf;
  return dueOn < asOf ? { on: dueOn, isDuePast: true } : { on: asOf, isDuePast: false };
}

/**
 * Whether a goal, once set, is in its plan on the day: unknown where it was given up on a day that no
 * record gives, which may be after the due day.
 */
export function isInPlan(
  goal: Pick<Goal, "status" | "statusOn">,
  { on, isDuePast }: ContentDay,
): "yes" | "no" | "unknown" {
  const is = isGivenUp(goal, on);
  if (is === null) return isDuePast ? "unknown" : "no";
  return is ? "no" : "yes";
}
