import { daysBetween, type Day } from "../../../domain/calendar/day.ts";
import type { ActionStep, Goal, PlanReview } from "../../../domain/plans/plan.ts";
import type { Level } from "../goal-text-quality.ts";
import { isDueBeforeSet } from "./due-date-flags.ts";

/** What the records around a goal show, beside what its text says. */
export interface GoalStructure {
  /** 2: at least one action step, all due by the goal's due date. 1: at least one. */
  readonly actionSteps: Level;
  /** 2: the plan's next review is at most 120 days away. 1: a review is planned. */
  readonly review: Level;
  /** 2: a deadline in the text, or a due date that somebody chose and that is not before the goal was set. There is no 1. */
  readonly timeBound: Level;
}

/** A goal with the records that say how it is pursued. */
export interface GoalRecords {
  readonly goal: Pick<Goal, "setOn" | "targetOn">;
  /** The goal's own steps. */
  readonly steps: readonly Pick<ActionStep, "dueOn">[];
  /** The reviews of the goal's plan. */
  readonly reviews: readonly Pick<PlanReview, "state" | "scheduledOn">[];
  /** Of the goal's text. */
  readonly textTimeBound: Level;
  /** Whether the form filled in the due date: see `hasDefaultDueDate`. */
  readonly isDueDateDefault: boolean;
}

/** Frequent discussion, of FAST goals: three times a school year or more. */
const MOST_DAYS_TO_REVIEW = 120;

export const goalStructure = (records: GoalRecords, asOf: Day): GoalStructure => ({
  actionSteps: actionStepsLevel(records),
  review: reviewLevel(records, asOf),
  timeBound: timeBoundLevel(records),
});

function actionStepsLevel({ goal, steps }: GoalRecords): Level {
  if (steps.length === 0) return 0;
  const { targetOn } = goal;
  const isInTime = ({ dueOn }: Pick<ActionStep, "dueOn">): boolean =>
    dueOn !== null && targetOn !== null && dueOn <= targetOn;
  return steps.every(isInTime) ? 2 : 1;
}

/** A review that was scheduled before the date of the data is no longer planned. */
function reviewLevel({ reviews }: GoalRecords, asOf: Day): Level {
  let nextOn: Day | null = null;
  for (const { state, scheduledOn } of reviews) {
    if (state !== "scheduled" || scheduledOn === null || scheduledOn < asOf) continue;
    if (nextOn === null || scheduledOn < nextOn) nextOn = scheduledOn;
  }
  if (nextOn === null) return 0;
  return daysBetween(asOf, nextOn) <= MOST_DAYS_TO_REVIEW ? 2 : 1;
}

const timeBoundLevel = ({ goal, textTimeBound, isDueDateDefault }: GoalRecords): Level =>
  textTimeBound === 2 || (goal.targetOn !== null && !isDueDateDefault && !isDueBeforeSet(goal))
    ? 2
    : 0;
