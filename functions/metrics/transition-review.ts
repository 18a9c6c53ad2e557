import { verdict, type Metric } from "./metric.ts";
import {
  hasOpened,
  isReviewedInWindow,
  TRANSITION_DENOMINATOR,
  TRANSITION_SOURCE,
  transitionOf,
} from "./transition.ts";

/** The second milestone of a transition: the plan was reviewed in its window. */
export const transitionReview: Metric = {
  id: "transition-review",
  name: "Plan reviewed",
  isHigherBetter: true,
  definition:
    "Students at a transition whose plan was reviewed since the window of the transition opened.",
  numerator: "Students with a review held since the window opened, on time or late.",
  denominator: TRANSITION_DENOMINATOR,
  exclusions: "Until its window opens, a transition is not measured.",
  source: TRANSITION_SOURCE,
  version: 1,
  breakdowns: ["transition"],
  needs: "plans",
  population: "mandate",
  measure({ answers }, { asOf }) {
    const at = transitionOf(answers);
    return at === null || !hasOpened(at, asOf) ? "outside" : verdict(isReviewedInWindow(at));
  },
};
