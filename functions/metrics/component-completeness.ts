import { overallStanding } from "../mandates/overall-standing.ts";
import { verdict, type Metric } from "./metric.ts";

/** Whether plans are complete: everything that the mandate asks a plan to contain by now is in it. */
export const componentCompleteness: Metric = {
  id: "component-completeness",
  name: "Plans with all that is asked",
  isHigherBetter: true,
  definition:
    "Students whose plan contains everything that the mandate asks it to contain by the as-of day.",
  numerator: "Students who meet every requirement on the plan's content that is due.",
  denominator:
    "Students with a requirement on the plan's content that is due and can be determined.",
  exclusions:
    "Students of whom no content is asked yet, who are exempt from it, or whose records do not show all of it.",
  source: "Mandate profile: requirements on the content of plans.",
  version: 1,
  breakdowns: ["all", "grade"],
  needs: "plans",
  population: "mandate",
  measure({ requirements, isAsked }) {
    if (!isAsked) return "outside";
    const content = requirements.filter(({ requirement }) => requirement.kind === "content");
    switch (overallStanding(content)) {
      case "met":
        return verdict(true);
      case "not-met":
        return verdict(false);
      case "not-determinable":
      case "not-applicable":
        return "outside";
    }
  },
};
