import { hasActivePlan } from "../mandates/plan-records.ts";
import { verdict, type Metric } from "./metric.ts";

/** Whether each student under the mandate has an open plan. */
export const planCoverage: Metric = {
  id: "plan-coverage",
  name: "Students with an open plan",
  isHigherBetter: true,
  definition:
    "Students under the mandate who have an open plan of an accepted type on the as-of day.",
  numerator: "Students with a plan that is open on the as-of day.",
  denominator: "Students enrolled on the as-of day in a grade the mandate covers.",
  exclusions:
    "Students exempt from all requirements. Drafts and closed plans, and plans of other types (504, IEP, English learner), do not count.",
  source: "Mandate profile: grades and plan types.",
  version: 2,
  breakdowns: ["all", "grade"],
  needs: "plans",
  population: "mandate",
  measure({ record, isAsked }, { mandate, asOf }) {
    return !isAsked ? "outside" : verdict(hasActivePlan(mandate, record.document, asOf));
  },
};
