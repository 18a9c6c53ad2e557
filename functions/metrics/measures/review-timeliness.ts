import type { Metric } from "./metric.ts";
import { ofEverybody } from "./measure-bars.ts";
import { hasClock, requirementsWithBar } from "../questions/requirement-questions.ts";
import { ALL_TOGETHER, STATUSES, statisticText } from "../questions/statistic.ts";

/** Whether reviews are on time: every review due so far was held on time. */
export const reviewTimeliness: Metric = {
  id: "review-timeliness",
  name: "Reviews held on time",
  isHigherBetter: true,
  definition:
    "Students under the mandate who have had every plan review due so far held on or before its due day, and at least one.",
  numerator: "Students all of whose due reviews were held by their due day, at least one of them.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students with nothing due yet, exempt students and new students within their days of grace are counted as not due.",
  source:
    "Review taxonomy after special-education timeliness reports (timely, held late, not held, pending).",
  version: 2,
  isPublic: true,
  needs: "plans",
  counted: ["on-time"],
  against: ["held-late", "not-held", "no-plan"],
  bars: (mandate, asOf) => {
    const reviews = requirementsWithBar(mandate, asOf).filter(hasClock);
    return reviews.length === 0
      ? []
      : [ofEverybody(statisticText(STATUSES, ALL_TOGETHER), reviews)];
  },
  statistics: [],
  questions: () => [],
};
