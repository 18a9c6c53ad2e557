import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../mandates/evidence/plan-records.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";
import { PLAN_COVERAGE } from "../questions/statistic.ts";

/** Whether each student under the mandate has an open plan. */
export const planCoverage: Metric = {
  id: "plan-coverage",
  name: "Students with an open plan",
  isHigherBetter: true,
  definition:
    "Students under the mandate who have an open plan of an accepted type on the date of the data.",
  numerator: "Students with a plan that is open on the date of the data.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Drafts and closed plans, and plans of other types (504, IEP, English learner), do not count as open.",
  source: "Mandate profile: grades and plan types.",
  version: 3,
  isPublic: true,
  needs: "plans",
  counted: ["open"],
  against: ["none"],
  ...oneQuestion(PLAN_COVERAGE, {
    population: { kind: "mandate" },
    needs: "plans",
    isPublic: true,
    afterDue: [],
    answer: ({ record }, { mandate, asOf }) =>
      hasActivePlan(mandate, documentsOf(record), asOf) ? "open" : "none",
  }),
};
