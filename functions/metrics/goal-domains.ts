import { GOAL_DOMAINS } from "../domain/plan.ts";
import { hasActivePlan } from "../mandates/assess.ts";
import { verdict, type Metric } from "./metric.ts";

/** Whether plans look at the whole student: a goal in each of the three domains. */
export const goalDomains: Metric = {
  id: "goal-domains",
  name: "Goals in all three domains",
  isHigherBetter: true,
  definition: "Students with an open plan that has an academic, a career and a personal goal.",
  numerator: "Students with a goal in each domain, set by the as-of day.",
  denominator: "Students under the mandate with an open plan on the as-of day.",
  exclusions: "Students without an open plan; discontinued goals.",
  source: "Domains of the goals, as the plan export gives them.",
  version: 1,
  breakdowns: ["all", "grade"],
  population: "mandate",
  measure({ record, answers }, { mandate, asOf }) {
    if (answers.length === 0 || !hasActivePlan(mandate, record.document, asOf)) return "outside";
    const goals = (record.document?.goals ?? []).filter(
      ({ setOn, status }) => setOn <= asOf && status !== "discontinued",
    );
    return verdict(GOAL_DOMAINS.every((domain) => goals.some((goal) => goal.domain === domain)));
  },
};
