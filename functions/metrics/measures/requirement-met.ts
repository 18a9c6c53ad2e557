import type { Metric } from "./metric.ts";
import { requirementsWithBar } from "../questions/requirement-questions.ts";
import { STANDINGS, statisticText } from "../questions/statistic.ts";

/**
 * Each requirement by itself, so that its trend compares like with like even when other
 * requirements fall due.
 */
export const requirementMet: Metric = {
  id: "requirement-met",
  name: "Requirement met",
  isHigherBetter: true,
  definition:
    "Students under the mandate who meet a requirement, requirement by requirement. A requirement that is met still counts as met when another one comes due, so these are the figures to follow over a year.",
  numerator: "Students who meet the requirement.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students to whom the requirement does not apply, or not yet, who are exempt from it, or of whom it cannot be determined, are counted as such. In public the review of a transition is read from “Ready for the transition”.",
  source: "Mandate profile: the requirements in force.",
  version: 1,
  isPublic: true,
  isInExtract: false,
  needs: "plans",
  counted: ["met"],
  against: ["not-met"],
  bars: (mandate, asOf) =>
    requirementsWithBar(mandate, asOf).map(({ id, name }) => ({
      statistic: statisticText(STANDINGS, id),
      breakdown: "requirement",
      group: id,
      groupName: name,
      // One requirement can always be compared with itself.
      composedOf: [],
    })),
  statistics: [],
  questions: () => [],
};
