import type { BalancePart } from "../../domain/figures/parts.ts";
import { GOAL_DOMAINS } from "../../domain/plans/plan.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../mandates/evidence/plan-records.ts";
import { currentGoals } from "../plans/current-goals.ts";
import { GOAL_DOMAINS_BALANCE } from "../questions/statistic.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { StudentRecord } from "../students/school-records.ts";
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
    "Nobody. Students with goals in one or two domains, and students without a goal or an open plan, are counted as such. Of students who lack a domain while a goal of theirs gives none, or no goal of the district has that domain, it cannot be determined; nor whether an open plan has goals if no goal of the district has a domain. Goals discontinued by the date of the data, and goals of closed plans and of plans of other types, do not count.",
  source: "Domains of the goals, as the plan export gives them.",
  version: 8,
  isPublic: true,
  needs: "plans",
  counted: ["three-domains"],
  against: ["fewer-domains", "no-goals"],
  ...oneQuestion(GOAL_DOMAINS_BALANCE, {
    population: { kind: "mandate" },
    needs: "plans",
    isPublic: true,
    afterDue: [],
    answer: ({ record }, context) => balanceOf(record, context),
  }),
};

/** In how many of the three domains a student has a goal. */
export function balanceOf(
  { document, more }: Pick<StudentRecord, "document" | "more">,
  { mandate, asOf }: RuleContext,
): BalancePart {
  const documents = documentsOf({ document, more });
  const goals = currentGoals(mandate, documents, asOf);
  const isCollected = (domain: (typeof GOAL_DOMAINS)[number]): boolean =>
    more.collected?.goalDomains.has(domain) !== false;
  if (goals.length === 0) {
    const isUnknown = !GOAL_DOMAINS.some(isCollected) && hasActivePlan(mandate, documents, asOf);
    return isUnknown ? "not-determinable" : "no-goals";
  }
  if (GOAL_DOMAINS.every((domain) => goals.some((goal) => goal.domain === domain))) {
    return "three-domains";
  }
  const isSaid = goals.every(({ domain }) => domain !== null);
  return isSaid && GOAL_DOMAINS.every(isCollected) ? "fewer-domains" : "not-determinable";
}
