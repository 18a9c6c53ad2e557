import { YES_NO_PARTS } from "../../domain/figures/parts.ts";
import { eachTransition } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";
import {
  answerAt,
  atTransition,
  hasOpened,
  isReviewedInWindow,
  TRANSITION_DENOMINATOR,
  TRANSITION_SOURCE,
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
  exclusions: "Nobody. Until its window opens, students are counted as not asked.",
  source: TRANSITION_SOURCE,
  version: 2,
  isPublic: false,
  needs: "plans",
  counted: ["yes"],
  against: ["no"],
  ...eachTransition({ id: "transition-review", parts: YES_NO_PARTS }, (requirement) => ({
    ...atTransition(requirement),
    isPublic: false,
    answer: (student, { asOf }) => {
      const answer = answerAt(student, requirement);
      if (!hasOpened(answer, asOf)) return "not-asked";
      return isReviewedInWindow(answer) ? "yes" : "no";
    },
  })),
};
