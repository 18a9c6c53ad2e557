import { addDays, daysBetween, type Day } from "../domain/day.ts";
import type { RequirementAnswer, ReviewAnswer, StandingAnswer } from "../mandates/answer.ts";

/** Something a student waits for. */
export const NEEDS = ["overdue", "due-soon", "no-plan"] as const;
export type Need = (typeof NEEDS)[number];
/** A review due within these days is near enough to act on. */
export const DUE_SOON_DAYS = 30;

/**
 * What a student waits for under one requirement; null when nothing is to be done now. Without a plan
 * its content and its signatures come after it.
 * @param all the student's answers to every requirement
 */
export function needOf(
  answer: RequirementAnswer,
  all: readonly RequirementAnswer[],
  asOf: Day,
): Need | null {
  if (answer.kind === "review") return needOfReview(answer, asOf);
  return all.some(({ status }) => status === "plan-missing") ? null : needOfStanding(answer, asOf);
}

function needOfReview(answer: ReviewAnswer, asOf: Day): Need | null {
  switch (answer.status) {
    case "plan-missing":
      return "no-plan";
    case "not-held":
      return "overdue";
    case "pending":
      return isDueSoon(answer, asOf) ? "due-soon" : null;
    case "timely":
    case "held-late":
    case "exempt":
    case "not-yet-assessable":
      return null;
  }
}

/** Overdue while nothing is recorded. */
function needOfStanding(answer: StandingAnswer, asOf: Day): Need | null {
  switch (answer.status) {
    case "not-met":
      return answer.evidence.length === 0 ? "overdue" : null;
    case "not-applicable": {
      const { dueOn, daysLeft } = answer;
      if (dueOn === null || daysLeft === null || answer.evidence.length > 0) return null;
      return dueOn >= asOf && daysLeft <= DUE_SOON_DAYS ? "due-soon" : null;
    }
    case "met":
    case "not-determinable":
      return null;
  }
}

const isDueSoon = ({ dueOn, opensOn }: ReviewAnswer, asOf: Day): boolean =>
  dueOn !== null &&
  daysBetween(asOf, dueOn) <= DUE_SOON_DAYS &&
  (opensOn === null || opensOn <= addDays(asOf, DUE_SOON_DAYS));
