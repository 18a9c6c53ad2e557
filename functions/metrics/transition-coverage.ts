import { hasActivePlan } from "../mandates/plan-records.ts";
import { verdict, type Metric } from "./metric.ts";
import {
  hasFocusAreas,
  hasOpened,
  isReviewedInWindow,
  TRANSITION_DENOMINATOR,
  TRANSITION_SOURCE,
  transitionOf,
} from "./transition.ts";

/** Whether the transition is covered: plan open, reviewed in its window, focus areas present. */
export const transitionCoverage: Metric = {
  id: "transition-coverage",
  name: "Transition covered",
  isHigherBetter: true,
  definition:
    "Students at a transition whose plan is open, was reviewed since the window of the transition opened, and has all of its focus areas.",
  numerator: "Students with all three: open plan, review since the window opened, focus areas.",
  denominator: TRANSITION_DENOMINATOR,
  exclusions:
    "Until its window opens, a transition is not measured. Students who came late are not left out: they make the transition too.",
  source: TRANSITION_SOURCE,
  version: 2,
  breakdowns: ["transition"],
  needs: "plans",
  population: "mandate",
  measure({ record, answers }, { mandate, asOf }) {
    const at = transitionOf(answers);
    if (at === null || !hasOpened(at, asOf)) return "outside";
    return verdict(
      hasActivePlan(mandate, record.document, asOf) &&
        isReviewedInWindow(at) &&
        hasFocusAreas(mandate, record.document, at.requirement, asOf),
    );
  },
};
