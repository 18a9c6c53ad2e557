import { verdict, type Metric } from "./metric.ts";
import { isDue, overallStatus } from "./overall-status.ts";

/** Whether the mandate is kept: every review that is due so far was held on time. */
export const reviewTimeliness: Metric = {
  id: "review-timeliness",
  name: "Reviews held on time",
  isHigherBetter: true,
  definition:
    "Students all of whose plan reviews due by the as-of day were held on or before their due day.",
  numerator: "Students every one of whose due reviews was held by its due day.",
  denominator: "Students under the mandate with at least one review due, or without a plan.",
  exclusions:
    "Students with nothing due yet, exempt students, and new students within their days of grace.",
  source:
    "Review taxonomy after special-education timeliness reports (timely, held late, not held, pending).",
  version: 1,
  breakdowns: ["all", "grade"],
  needs: "plans",
  population: "mandate",
  measure({ answers }) {
    const status = overallStatus(answers);
    return status === null || !isDue(status) ? "outside" : verdict(status === "timely");
  },
};
