import type { Day } from "../../domain/calendar/day.ts";
import { statusBy } from "../../domain/plans/goal-status.ts";
import { isSetBy, type Goal, type PlanDocument } from "../../domain/plans/plan.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { openPlans } from "../../mandates/evidence/plan-records.ts";

/** The goals of a student's open plans that were set, and not given up, by the day. */
export function currentGoals(
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): readonly Goal[] {
  const [first] = documents;
  if (first === undefined) return [];
  const before = LAST_ASKED.get(first);
  if (before?.mandate === mandate && before.on === on && isSame(before.documents, documents)) {
    return before.goals;
  }
  const goals = goalsOf(mandate, documents, on);
  LAST_ASKED.set(first, { mandate, on, documents, goals });
  return goals;
}

interface Asked {
  readonly mandate: MandateProfile;
  readonly on: Day;
  readonly documents: readonly PlanDocument[];
  readonly goals: readonly Goal[];
}

/** A dozen measures ask for the goals of the same student one after the other. */
const LAST_ASKED = new WeakMap<PlanDocument, Asked>();

const isSame = (some: readonly PlanDocument[], others: readonly PlanDocument[]): boolean =>
  some.length === others.length && some.every((document, index) => document === others[index]);

function goalsOf(
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): readonly Goal[] {
  const open = new Set(openPlans(mandate, documents, on).map(({ plan }) => plan));
  if (open.size === 0) return [];
  return documents
    .flatMap(({ goals }) => goals)
    .filter(
      (goal) => open.has(goal.plan) && isSetBy(goal, on) && statusBy(goal, on) !== "discontinued",
    );
}
