import type { Day } from "../calendar/day.ts";
import type { Goal, GoalStatus } from "./plan.ts";

type Dated = Pick<Goal, "status" | "statusOn">;

/**
 * The status of a goal by a day. A status counts from its day on, before it the goal was in progress;
 * one without a day counts as it stands.
 */
export const statusBy = ({ status, statusOn }: Dated, on: Day): GoalStatus =>
  statusOn !== null && statusOn > on ? "in-progress" : status;

/** Whether a goal was given up by a day; null if it was, and no record gives the day. */
export function isGivenUp({ status, statusOn }: Dated, on: Day): boolean | null {
  if (status !== "discontinued") return false;
  return statusOn === null ? null : statusOn <= on;
}

/** Whether a status ends a goal: it is met, missed or given up. */
export const isEnd = (status: GoalStatus): boolean =>
  status !== "in-progress" && status !== "not-started";

/** Whether a goal is still open by a day: it is neither met, nor missed, nor given up. */
export const isAimedAt = (goal: Dated, on: Day): boolean => !isEnd(statusBy(goal, on));
