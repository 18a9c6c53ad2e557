import type { Metric } from "./metric.ts";
import { hasClock, requirementsWithBar } from "../questions/requirement-questions.ts";
import { STATUSES, statisticText } from "../questions/statistic.ts";

/** Whether each review was held at all, on time or late, counted for each review. */
export const reviewHeld: Metric = {
  id: "review-held",
  name: "Review held",
  isHigherBetter: true,
  definition:
    "Students under the mandate whose plan review was held, on time or late, review by review. Once held, a review still counts as held when the next one comes due.",
  numerator: "Students with the review held, by its due day or after it.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students whose review is not due, who are exempt from it, or of whom it cannot be determined, are counted as such. In public the review of a transition is part of “Ready for the transition”.",
  source:
    "Review taxonomy after special-education timeliness reports (timely, held late, not held, pending).",
  version: 1,
  isPublic: true,
  isInExtract: false,
  needs: "plans",
  counted: ["on-time", "held-late"],
  against: ["not-held", "no-plan"],
  bars: (mandate, asOf) =>
    requirementsWithBar(mandate, asOf)
      .filter(hasClock)
      .map(({ id, name }) => ({
        statistic: statisticText(STATUSES, id),
        breakdown: "requirement",
        group: id,
        groupName: name,
        // One review can always be compared with itself.
        composedOf: [],
      })),
  statistics: [],
  questions: () => [],
};
