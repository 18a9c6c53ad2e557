import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { YES_NO_PARTS } from "../../domain/figures/parts.ts";
import { eachTransition } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";
import {
  answerAt,
  atTransition,
  hasFocusAreas,
  hasOpened,
  isAnyAreaUnlisted,
  TRANSITION_DENOMINATOR,
  TRANSITION_SOURCE,
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
  exclusions:
    "Nobody. Until its window opens, students are counted as not asked; so are those whose review lists an area in a word that is not listed, unless all areas are there.",
  source: TRANSITION_SOURCE,
  version: 4,
  isPublic: false,
  needs: "plans",
  counted: ["yes"],
  against: ["no"],
  ...eachTransition({ id: "transition-focus-areas", parts: YES_NO_PARTS }, (requirement) => ({
    ...atTransition(requirement),
    isPublic: false,
    answer: (student, { mandate, asOf }) => {
      if (!hasOpened(answerAt(student, requirement), asOf)) return "not-asked";
      const documents = documentsOf(student.record);
      if (hasFocusAreas(mandate, documents, requirement, asOf)) return "yes";
      return isAnyAreaUnlisted(mandate, documents, asOf) ? "not-asked" : "no";
    },
  })),
};
