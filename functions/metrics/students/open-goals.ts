import type { Goal } from "../../domain/plans/plan.ts";
import { isSetBy } from "../../domain/plans/plan.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { openPlans } from "../../mandates/evidence/plan-records.ts";
import type { RuleContext } from "./measure-context.ts";
import type { StudentRecord } from "./school-records.ts";

/** The goals of a student's open plans that were set by the as-of day and are not discontinued. */
export function openGoals(record: StudentRecord, { mandate, asOf }: RuleContext): readonly Goal[] {
  const documents = documentsOf(record);
  const open = new Set(openPlans(mandate, documents, asOf).map(({ plan }) => plan));
  if (open.size === 0) return [];
  return documents
    .flatMap(({ goals }) => goals)
    .filter((goal) => open.has(goal.plan) && isSetBy(goal, asOf) && goal.status !== "discontinued");
}
