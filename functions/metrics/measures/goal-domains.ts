import { GOAL_DOMAINS, isSetBy } from "../../domain/plans/plan.ts";
import { YES_NO_PARTS } from "../../domain/figures/parts.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { openPlans } from "../../mandates/evidence/plan-records.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

/** Whether plans look at the whole student: a goal in each of the three domains. */
export const goalDomains: Metric = {
  id: "goal-domains",
  name: "Goals in all three domains",
  isHigherBetter: true,
  definition: "Students with an open plan that has an academic, a career and a personal goal.",
  numerator: "Students with a goal in each domain, set by the date of the data.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students without an open plan, and those who lack a domain while a goal of theirs gives none or no goal of the district has that domain, are counted as not asked; discontinued goals, and goals of closed plans and of plans of other types, do not count.",
  source: "Domains of the goals, as the plan export gives them.",
  version: 6,
  isPublic: false,
  needs: "plans",
  counted: ["yes"],
  against: ["no"],
  ...oneQuestion(
    { id: "goal-domains", parts: YES_NO_PARTS },
    {
      population: { kind: "mandate" },
      needs: "plans",
      isPublic: false,
      afterDue: [],
      answer: ({ record }, { mandate, asOf }) => {
        const documents = documentsOf(record);
        const open = new Set(openPlans(mandate, documents, asOf).map(({ plan }) => plan));
        if (open.size === 0) return "not-asked";
        const goals = documents
          .flatMap((document) => document.goals)
          .filter(
            (goal) => open.has(goal.plan) && isSetBy(goal, asOf) && goal.status !== "discontinued",
          );
        if (GOAL_DOMAINS.every((domain) => goals.some((goal) => goal.domain === domain))) {
          return "yes";
        }
        const { collected } = record.more;
        const isTold = GOAL_DOMAINS.every((domain) => collected?.goalDomains.has(domain) !== false);
        return isTold && goals.every(({ domain }) => domain !== null) ? "no" : "not-asked";
      },
    },
  ),
};
