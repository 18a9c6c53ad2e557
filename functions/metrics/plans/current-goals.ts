import type { Day } from "../../domain/calendar/day.ts";
import { isSetBy, type Goal, type PlanDocument } from "../../domain/plans/plan.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { openPlans } from "../../mandates/evidence/plan-records.ts";

/** The goals of a student's open plans that were set by the day and were not given up. */
export function currentGoals(
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): readonly Goal[] {
  const open = new Set(openPlans(mandate, documents, on).map(({ plan }) => plan));
  if (open.size === 0) return [];
  return documents
    .flatMap(({ goals }) => goals)
    .filter((goal) => open.has(goal.plan) && isSetBy(goal, on) && goal.status !== "discontinued");
}
