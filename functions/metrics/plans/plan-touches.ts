import { day, daysBetween, type Day } from "../../domain/calendar/day.ts";
import type { ChangePart } from "../../domain/figures/parts.ts";
import { isEnd } from "../../domain/plans/goal-status.ts";
import { isSetBy, type Goal } from "../../domain/plans/plan.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { acceptedPlansOf, reviewsHeldSince } from "../../mandates/evidence/plan-records.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { StudentRecord } from "../students/school-records.ts";
import { askedOnce } from "./asked-once.ts";
import { isCompletionRecorded } from "./step-progress.ts";

type OfStudent = Pick<StudentRecord, "document" | "more">;

/** No record is older: a day before is refused when exports are read. */
const EARLIEST = day("1990-01-01");

/**
 * The days by the date of the data on which something in a student's accepted plans of any school
 * year changed, in order: a plan was opened, a goal was set, met, missed or given up, or an action step was done.
 */
export const changeDays = (student: OfStudent, { mandate, asOf }: RuleContext): readonly Day[] =>
  changesOf(mandate, documentsOf(student), asOf);

const changesOf = askedOnce<Day>((mandate, documents, asOf) => {
  const accepted = acceptedPlansOf(mandate, documents, asOf);
  const plans = new Set(accepted.map(({ plan }) => plan));
  const days: (Day | null)[] = accepted.map(({ openedOn }) => openedOn);
  for (const { goals, actionSteps } of documents) {
    const own = goals.filter(({ plan }) => plans.has(plan));
    const ids = new Set(own.map(({ goal }) => goal));
    for (const { setOn, status, statusOn } of own)
      days.push(setOn, isEnd(status) ? statusOn : null);
    for (const { goal, completedOn } of actionSteps) if (ids.has(goal)) days.push(completedOn);
  }
  return inOrder(days, asOf);
});

/** The days on which a review of an accepted plan was held, of any school year, in order. */
export const reviewDays = (student: OfStudent, { mandate, asOf }: RuleContext): readonly Day[] =>
  reviewDaysOf(mandate, documentsOf(student), asOf);

const reviewDaysOf = askedOnce<Day>((mandate, documents, asOf) =>
  inOrder(
    documents
      .flatMap((document) => reviewsHeldSince(mandate, document, EARLIEST, asOf))
      .map(({ heldOn }) => heldOn),
    asOf,
  ),
);

/** Each day once, up to a last one. */
const inOrder = (days: readonly (Day | null)[], until: Day): readonly Day[] =>
  [...new Set(days)].filter((on): on is Day => on !== null && on <= until).sort();

/**
 * Whether anything changed after the day of the last review but one. What changed on that day
 * belongs to that review.
 */
export function changeOf(student: OfStudent, context: RuleContext): ChangePart {
  const since = reviewDays(student, context).at(-2);
  if (since === undefined) return "fewer-reviews";
  if (changeDays(student, context).some((on) => on > since)) return "changed";
  return isUndated(student, context) ? "not-recorded" : "unchanged";
}

/** Whether something in the accepted plans may have changed on a day that no record gives. */
function isUndated(student: OfStudent, { mandate, asOf }: RuleContext): boolean {
  const documents = documentsOf(student);
  const { collected } = student.more;
  const plans = new Set(acceptedPlansOf(mandate, documents, asOf).map(({ plan }) => plan));
  const goals = documents
    .flatMap((document) => document.goals)
    .filter((goal) => plans.has(goal.plan) && isSetBy(goal, asOf));
  if (goals.length === 0) return collected?.goalDomains.size === 0;
  if (goals.some(hasUndatedChange)) return true;
  if (isCompletionRecorded(collected)) return false;
  const ids = new Set(goals.map(({ goal }) => goal));
  return documents.some(({ actionSteps }) => actionSteps.some(({ goal }) => ids.has(goal)));
}

/** A goal without the day it was set, or without the day of the status that ended it. */
const hasUndatedChange = (goal: Goal): boolean =>
  goal.setOn === null || (isEnd(goal.status) && goal.statusOn === null);

/** The days on which somebody had to do with the plans: something changed, or a review was held. */
export const touchDays = (student: OfStudent, context: RuleContext): readonly Day[] =>
  inOrder([...changeDays(student, context), ...reviewDays(student, context)], context.asOf);

/** The median of the days between one and the next, the lower of two; null with fewer than two days. */
export function medianGap(days: readonly Day[]): number | null {
  const gaps = days
    .slice(1)
    .map((on, place) => daysBetween(days[place] ?? on, on))
    .sort((a, b) => a - b);
  return gaps[Math.ceil(gaps.length / 2) - 1] ?? null;
}
