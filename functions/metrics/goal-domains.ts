import { GOAL_DOMAINS } from "../domain/plan.ts";
import { acceptedPlans, hasActivePlan } from "../mandates/plan-records.ts";
import { verdict, type Metric } from "./metric.ts";

/** Whether plans look at the whole student: a goal in each of the three domains. */
export const goalDomains: Metric = {
  id: "goal-domains",
  name: "Goals in all three domains",
  isHigherBetter: true,
  definition: "Students with an open plan that has an academic, a career and a personal goal.",
  numerator: "Students with a goal in each domain, set by the as-of day.",
  denominator: "Students under the mandate with an open plan on the as-of day.",
  exclusions:
    "Students without an open plan, or exempt from all; discontinued goals; goals of plans of other types.",
  source: "Domains of the goals, as the plan export gives them.",
  version: 3,
  breakdowns: ["all", "grade"],
  needs: "plans",
  population: "mandate",
  measure({ record: { document }, isAsked }, { mandate, asOf }) {
    if (!isAsked || document === null || !hasActivePlan(mandate, document, asOf)) {
      return "outside";
    }
    const accepted = acceptedPlans(mandate, document);
    const goals = document.goals.filter(
      ({ plan, setOn, status }) => accepted.has(plan) && setOn <= asOf && status !== "discontinued",
    );
    return verdict(GOAL_DOMAINS.every((domain) => goals.some((goal) => goal.domain === domain)));
  },
};
