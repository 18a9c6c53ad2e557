import { hasActivePlan } from "../mandates/plan-records.ts";
import { isExempt } from "./is-exempt.ts";
import { verdict, type Metric } from "./metric.ts";
import { TRANSITION_DENOMINATOR, TRANSITION_SOURCE, transitionOf } from "./transition.ts";

/** The first milestone of a transition: there is an open plan. */
export const transitionPlan: Metric = {
  id: "transition-plan",
  name: "Plan open",
  isHigherBetter: true,
  definition:
    "Students at a transition who have an open plan of an accepted type on the as-of day.",
  numerator: "Students with an open plan.",
  denominator: TRANSITION_DENOMINATOR,
  exclusions: "Students exempt from the review of the transition.",
  source: TRANSITION_SOURCE,
  version: 2,
  breakdowns: ["transition"],
  needs: "plans",
  population: "mandate",
  measure({ record, answers }, { mandate, asOf }) {
    const at = transitionOf(answers);
    return at === null || isExempt(record, at.requirement.id, asOf)
      ? "outside"
      : verdict(hasActivePlan(mandate, record.document, asOf));
  },
};
