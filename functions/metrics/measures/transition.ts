import type { Day } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import { isListed, UNLISTED, type FocusArea, type PlanDocument } from "../../domain/plans/plan.ts";
import type { RequirementAnswer } from "../../mandates/clock/answer.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { TransitionReview } from "../../mandates/rules/requirement.ts";
import { acceptedPlans, reviewsHeld } from "../../mandates/evidence/plan-records.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";

/** The clock's answer for the review of a transition; a standing if no clock could be set. */
export function answerAt(
  { requirements }: AssessedStudent,
  { id }: TransitionReview,
): RequirementAnswer {
  const asked = requirements.find(({ requirement }) => requirement.id === id);
  if (asked === undefined) throw new Error(`no answer for requirement ${id}`);
  return asked;
}

/** The students whom the questions of a transition count: those enrolled in its grade. */
export const atTransition = ({ grade }: TransitionReview) =>
  ({ population: { kind: "grade", grade }, needs: "plans", afterDue: [] }) as const;

/**
 * The grade of a student after the move at the end of a grade; a grade that is absent leads to no
 * other school.
 */
const ARRIVES_IN: { readonly [grade in Grade]?: Grade } = { "06": "06", "08": "09" };

/**
 * The grade in which the students of a transition arrive at the next school; null if it leads to
 * none.
 */
export const arrivalGrade = ({ grade }: TransitionReview): Grade | null =>
  ARRIVES_IN[grade] ?? null;

/** Before the window opens, nothing can be covered yet. */
export function hasOpened(answer: RequirementAnswer, asOf: Day): boolean {
  const { opensOn = null } = windowOf(answer) ?? {};
  return opensOn !== null && opensOn <= asOf;
}

/** A review within the window counts whether it was by the due day or after it: coverage asks whether it was done. */
export const isReviewedInWindow = (answer: RequirementAnswer): boolean =>
  (windowOf(answer)?.heldOn ?? null) !== null;

const windowOf = (answer: RequirementAnswer) => (answer.kind === "review" ? answer : answer.window);

/**
 * The focus areas that are present by the day: those that a held review of an accepted plan lists,
 * and those that a completed action step of such a plan serves.
 */
export function focusAreasBy(
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): ReadonlySet<FocusArea> {
  const present = new Set<FocusArea>();
  for (const review of reviewsHeld(mandate, documents, on)) {
    for (const area of review.focusAreas.filter(isListed)) present.add(area);
  }
  const since = firstDayOf(schoolYearOf(on));
  for (const document of documents) {
    const accepted = acceptedPlans(mandate, document);
    const goals = new Set(
      document.goals.filter(({ plan }) => accepted.has(plan)).map(({ goal }) => goal),
    );
    for (const { goal, focusArea, completedOn } of document.actionSteps) {
      if (focusArea === "" || completedOn === null || completedOn > on) continue;
      // A step of an earlier year's plan counts if it was completed this year.
      const isOfYear = document.schoolYear === schoolYearOf(on) || completedOn >= since;
      if (isOfYear && goals.has(goal)) present.add(focusArea);
    }
  }
  return present;
}

export const hasFocusAreas = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  requirement: TransitionReview,
  on: Day,
): boolean => {
  const present = focusAreasBy(mandate, documents, on);
  return requirement.focusAreas.every((area) => present.has(area));
};

/**
 * Whether a held review names an area by a word that is not listed: then it cannot be determined
 * that an area is missing.
 */
export const isAnyAreaUnlisted = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): boolean =>
  reviewsHeld(mandate, documents, on).some(({ focusAreas }) => focusAreas.includes(UNLISTED));

/** Sentences that the transition measures share. */
export const TRANSITION_DENOMINATOR =
  "Students enrolled on the date of the data in the grade of the transition: 6, 8 or 12, or as the mandate says.";
export const TRANSITION_SOURCE = "Mandate profile: transition reviews, windows and focus areas.";
