import { verdict, type Metric } from "./metric.ts";
import {
  hasFocusAreas,
  hasOpened,
  TRANSITION_DENOMINATOR,
  TRANSITION_SOURCE,
  transitionOf,
} from "./transition.ts";

/** The third milestone of a transition: its focus areas are in the plan. */
export const transitionFocusAreas: Metric = {
  id: "transition-focus-areas",
  name: "Focus areas present",
  isHigherBetter: true,
  definition:
    "Students at a transition whose plan has all focus areas of it: grade 6 career exploration and a first education plan; grade 8 to 9 career matching, resume and high-school plan; grade 12 refined career plan and postsecondary options.",
  numerator:
    "Students for whom each focus area is listed by a held review or served by a completed action step.",
  denominator: TRANSITION_DENOMINATOR,
  exclusions: "Until its window opens, a transition is not measured.",
  source: TRANSITION_SOURCE,
  version: 2,
  breakdowns: ["transition"],
  needs: "plans",
  population: "mandate",
  measure({ record, answers }, { mandate, asOf }) {
    const at = transitionOf(answers);
    return at === null || !hasOpened(at, asOf)
      ? "outside"
      : verdict(hasFocusAreas(mandate, record.document, at.requirement, asOf));
  },
};
