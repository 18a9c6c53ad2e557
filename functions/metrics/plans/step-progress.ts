import type { Day } from "../../domain/calendar/day.ts";
import type { OnTrackPart } from "../../domain/figures/parts.ts";
import { isAimedAt } from "../../domain/plans/goal-status.ts";
import type { ActionStep } from "../../domain/plans/plan.ts";
import { byText } from "../../domain/text/compare-text.ts";
import type { Collected } from "../../mandates/rules/collected.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { StudentRecord } from "../students/school-records.ts";
import { askedOnce } from "./asked-once.ts";
import { currentGoals } from "./current-goals.ts";

/** An action step, and whether its goal is still open. */
export interface CurrentStep {
  readonly step: ActionStep;
  readonly isOfOpenGoal: boolean;
}

/** The action steps of the current goals of a student's open plans. */
export const currentSteps = askedOnce<CurrentStep>((mandate, documents, on) => {
  const goals = new Map(
    currentGoals(mandate, documents, on).map((goal) => [goal.goal, isAimedAt(goal, on)]),
  );
  if (goals.size === 0) return [];
  const steps: CurrentStep[] = [];
  for (const { actionSteps } of documents) {
    for (const step of actionSteps) {
      const isOfOpenGoal = goals.get(step.goal);
      if (isOfOpenGoal !== undefined) steps.push({ step, isOfOpenGoal });
    }
  }
  return steps;
});

/** Whether somebody still has to do it: it is not done by the day, and its goal is still open. */
const isToDo = ({ step: { completedOn }, isOfOpenGoal }: CurrentStep, on: Day): boolean =>
  isOfOpenGoal && (completedOn === null || completedOn > on);

/**
 * Whether records say which steps are done. Where no step of the district has a day on which it was
 * completed, a step without one may be done all the same.
 */
export const isCompletionRecorded = (collected: Collected | undefined): boolean =>
  collected?.stepCompletions !== false;

/** Past its due day and not known to be done. On the due day itself a step is not overdue. */
export const isOverdue = (current: CurrentStep, on: Day): boolean => {
  const { dueOn } = current.step;
  return dueOn !== null && dueOn < on && isToDo(current, on);
};

/**
 * Whether the action steps of a student's open plans are on track. If no goal of the district has a
 * step, that is not known of anybody with a goal; if no step has a day on which it was completed, not
 * of anybody with a step that is past its due day.
 */
export function onTrackOf(
  { document, more }: Pick<StudentRecord, "document" | "more">,
  { mandate, asOf }: RuleContext,
): OnTrackPart {
  const documents = documentsOf({ document, more });
  if (more.collected?.actionSteps !== false) {
    const part = stepsPart(currentSteps(mandate, documents, asOf), asOf);
    const isKnown = part !== "overdue" || isCompletionRecorded(more.collected);
    return isKnown ? part : "not-determinable";
  }
  return currentGoals(mandate, documents, asOf).length > 0 ? "not-determinable" : "no-steps";
}

/** How steps stand together. Those without a due day are never on track, done or not. */
function stepsPart(steps: readonly CurrentStep[], on: Day): OnTrackPart {
  if (steps.length === 0) return "no-steps";
  if (steps.some((current) => isOverdue(current, on))) return "overdue";
  return steps.some(({ step }) => step.dueOn !== null) ? "on-track" : "undated-only";
}

/**
 * The step that is to be done next: of those with a due day the earliest; undefined if there is none.
 * Where records do not say which steps are done, one that is past its due day is left out.
 */
export const nextStepOf = (
  steps: readonly CurrentStep[],
  on: Day,
  collected?: Collected,
): ActionStep | undefined =>
  steps
    .filter((current) => isToDo(current, on) && current.step.dueOn !== null)
    .filter((current) => isCompletionRecorded(collected) || !isOverdue(current, on))
    .map(({ step }) => step)
    .sort(byText(({ dueOn, actionStep }) => `${dueOn} ${actionStep}`))[0];
