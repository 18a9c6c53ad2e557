import type { TransitionPart } from "../../domain/figures/parts.ts";
import type { TransitionReview } from "../../mandates/rules/requirement.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../mandates/evidence/plan-records.ts";
import { eachTransition } from "./measure-bars.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { Metric } from "./metric.ts";
import { TRANSITION } from "../questions/statistic.ts";
import {
  answerAt,
  atTransition,
  hasFocusAreas,
  isAnyAreaUnlisted,
  isReviewedInWindow,
  TRANSITION_DENOMINATOR,
  TRANSITION_SOURCE,
} from "./transition.ts";

/** Whether students are ready for the move: plan open, reviewed in its window, focus areas present. */
export const transitionCoverage: Metric = {
  id: "transition-coverage",
  name: "Ready for the transition",
  isHigherBetter: true,
  definition:
    "Students at a transition whose plan is open, was reviewed since the window of the transition opened, and has all of its focus areas.",
  numerator: "Students with all three: open plan, review since the window opened, focus areas.",
  denominator: TRANSITION_DENOMINATOR,
  exclusions:
    "Nobody. Until the review of a transition is due, students who are not ready are counted as not due; so are students exempt from it. Whose review lists an area in a word that is not listed is counted as cannot be determined, unless all areas are there.",
  source: TRANSITION_SOURCE,
  version: 4,
  isPublic: true,
  needs: "plans",
  counted: ["ready"],
  against: ["not-ready"],
  ...eachTransition(
    TRANSITION,
    (requirement) => ({
      ...atTransition(requirement),
      isPublic: true,
      afterDue: ["not-ready"],
      answer: (student, context) => partAt(student, requirement, context),
      dueOn: (student) => answerAt(student, requirement).dueOn,
    }),
    { isComposite: true },
  ),
};

function partAt(
  student: AssessedStudent,
  requirement: TransitionReview,
  { mandate, asOf }: RuleContext,
): TransitionPart {
  const answer = answerAt(student, requirement);
  const documents = documentsOf(student.record);
  const isReviewed = hasActivePlan(mandate, documents, asOf) && isReviewedInWindow(answer);
  const isReady = isReviewed && hasFocusAreas(mandate, documents, requirement, asOf);
  if (answer.kind === "standing") {
    switch (answer.status) {
      case "met":
        return "ready";
      case "not-met":
        return "not-ready";
      case "not-determinable":
        return isReady ? "ready" : "not-determinable";
      case "not-applicable":
        return "not-due";
    }
  }
  if (answer.status === "exempt") return "not-due";
  if (isReady) return "ready";
  if (isReviewed && isAnyAreaUnlisted(mandate, documents, asOf)) return "not-determinable";
  if (answer.status === "not-yet-assessable" && answer.dueOn === null) return "not-determinable";
  return answer.dueOn === null || asOf <= answer.dueOn ? "not-due" : "not-ready";
}
