import type { Day } from "../../domain/calendar/day.ts";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { isEnd, statusBy } from "../../domain/plans/goal-status.ts";
import {
  isActiveOn,
  type ActionStep,
  type Goal,
  type GoalStatus,
  type PlanDocument,
} from "../../domain/plans/plan.ts";
import { byText } from "../../domain/text/compare-text.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { StudentRecord } from "../../metrics/students/school-records.ts";
import { isCompletionRecorded } from "../../metrics/plans/step-progress.ts";
import { dueNotes } from "./due-notes.ts";
import type { GoalShown, StepShown } from "./student-page.ts";

/**
 * The goals of every school year on record, the latest year first; within a year the open goals
 * first, then by target day.
 */
export const studentGoals = (
  { document, more }: Pick<StudentRecord, "document" | "more">,
  asOf: Day,
): readonly GoalShown[] =>
  [...(document === null ? [] : [document]), ...(more.earlier ?? [])]
    .sort((a, b) => b.schoolYear - a.schoolYear)
    .flatMap((document) => goalsOf(document, asOf, isCompletionRecorded(more.collected)));

function goalsOf(
  { schoolYear, plans, goals, actionSteps }: PlanDocument,
  asOf: Day,
  isDoneKnown: boolean,
): readonly GoalShown[] {
  const stepsOf = grouped(actionSteps, ({ goal }) => goal);
  // Of a plan that is closed nobody has to set a due date right.
  const open = new Set(plans.filter((plan) => isActiveOn(plan, asOf)).map(({ plan }) => plan));
  const notesOf = (goal: Goal) =>
    open.has(goal.plan) && schoolYear >= schoolYearOf(asOf) ? dueNotes(goal, asOf) : [];
  return goals
    .map((goal) => ({ ...goal, status: statusBy(goal, asOf), notes: notesOf(goal) }))
    .sort(byText(({ status, targetOn, goal }) => `${ORDER[status]} ${targetOn ?? "9"} ${goal}`))
    .map(({ goal, domain, description, measurement, setOn, targetOn, status, notes }) => ({
      ...{ domain, description, measurement, setOn, targetOn, dueNotes: notes, status },
      schoolYear: schoolYearName(schoolYear),
      isOfYear: schoolYear === schoolYearOf(asOf),
      statusName: GOAL_STATUS_NAMES[status],
      steps: [...(stepsOf.get(goal) ?? [])]
        .sort(byText(orderOf))
        .map((step) => shown(step, isDoneKnown && !isEnd(status), asOf)),
    }));
}

const ORDER: { readonly [status in GoalStatus]: number } = {
  "in-progress": 0,
  "not-started": 0,
  met: 1,
  "not-met": 2,
  discontinued: 3,
};

const GOAL_STATUS_NAMES: { readonly [status in GoalStatus]: string } = {
  "not-started": "Not started",
  "in-progress": "In progress",
  met: "Met",
  "not-met": "Not met",
  discontinued: "Discontinued",
};

/** Open steps come first, then completed ones; each by day. */
const orderOf = ({ dueOn, completedOn, actionStep }: ActionStep): string =>
  `${completedOn === null ? "0" : `1 ${completedOn}`} ${dueOn ?? "9"} ${actionStep}`;

/**
 * An open step of a goal that is no longer open is not overdue; nor is any where no record says which
 * steps are done.
 * @param isStillToDo whether somebody has to do the step if it has no day of completion
 */
const shown = (
  { description, owner, dueOn, completedOn }: ActionStep,
  isStillToDo: boolean,
  asOf: Day,
): StepShown => ({
  ...{ description, owner: owner.split(";").join(", "), dueOn, completedOn },
  isOverdue: isStillToDo && completedOn === null && dueOn !== null && dueOn < asOf,
});
