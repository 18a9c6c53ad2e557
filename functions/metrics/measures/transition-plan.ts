import { YES_NO_PARTS } from "../../domain/figures/parts.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../mandates/evidence/plan-records.ts";
import { isExempt } from "../students/is-exempt.ts";
import { eachTransition } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";
import { atTransition, TRANSITION_DENOMINATOR, TRANSITION_SOURCE } from "./transition.ts";

/** The first milestone of a transition: there is an open plan. */
export const transitionPlan: Metric = {
  id: "transition-plan",
  name: "Plan open",
  isHigherBetter: true,
  definition:
    "Students at a transition who have an open plan of an accepted type on the date of the data.",
  numerator: "Students with an open plan.",
  denominator: TRANSITION_DENOMINATOR,
  exclusions: "Nobody. Students exempt from the review of the transition are counted as not asked.",
  source: TRANSITION_SOURCE,
  version: 3,
  isPublic: false,
  needs: "plans",
  counted: ["yes"],
  against: ["no"],
  ...eachTransition({ id: "transition-plan", parts: YES_NO_PARTS }, (requirement) => ({
    ...atTransition(requirement),
    isPublic: false,
    answer: ({ record }, { mandate, asOf }) => {
      if (isExempt(record, requirement.id, asOf)) return "not-asked";
      return hasActivePlan(mandate, documentsOf(record), asOf) ? "yes" : "no";
    },
  })),
};
