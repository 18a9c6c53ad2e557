import { statusBy } from "../../domain/plans/goal-status.ts";
import { isSetBy, type Goal } from "../../domain/plans/plan.ts";
import { openPlans } from "../../mandates/evidence/plan-records.ts";
import { askedOnce } from "./asked-once.ts";

/** The goals of a student's open plans that were set, and not given up, by the day. */
export const currentGoals = askedOnce<Goal>((mandate, documents, on) => {
  const open = new Set(openPlans(mandate, documents, on).map(({ plan }) => plan));
  if (open.size === 0) return [];
  return documents
    .flatMap(({ goals }) => goals)
    .filter(
      (goal) => open.has(goal.plan) && isSetBy(goal, on) && statusBy(goal, on) !== "discontinued",
    );
});
