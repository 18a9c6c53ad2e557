import type { Day } from "../../domain/calendar/day.ts";
import type { PlanId } from "../../domain/ids.ts";
import type { Goal } from "../../domain/plans/plan.ts";
import { isSharedBy } from "../measures/goal-individuality.ts";
import { LEAST_GOALS } from "./plan-pattern.ts";

/**
 * Whether all of a student's compared goals of this school year's plans were the student's goals the
 * year before; null without a compared goal in both years.
 * @param goals the student's current goals
 * @param plans the student's plans of this school year
 */
export function areLastYears(
  goals: readonly Goal[],
  plans: readonly { readonly plan: PlanId }[],
): boolean | null {
  const ofYear = new Set(plans.map(({ plan }) => plan));
  const compared = goals.filter(
    ({ plan, textKind, isLastYears }) =>
      ofYear.has(plan) && textKind === "eligible" && typeof isLastYears === "boolean",
  );
  return compared.length === 0 ? null : compared.every(({ isLastYears }) => isLastYears);
}

/** Of at least two compared goals that are not the same the texts, as three or more students share them, in alphabetical order. */
export type SharedGoalSet =
  | { readonly kind: "too-few-goals" }
  /** At least one goal is the student's own. */
  | { readonly kind: "own" }
  /** `key` is equal for students with the same goals, each as often. It holds texts: restricted, like the goals. */
  | { readonly kind: "shared"; readonly key: string };

export function sharedGoalSet(goals: readonly Goal[], asOf: Day): SharedGoalSet {
  const compared = goals.filter(({ textKind }) => textKind === "eligible");
  if (compared.length < LEAST_GOALS) return { kind: "too-few-goals" };
  const texts = compared.flatMap((goal) => (isSharedBy(goal, asOf) ? [goal.sharedText] : []));
  if (texts.length < compared.length) return { kind: "own" };
  // The same goal in two plans, one carried over from the other, is one goal.
  if (new Set(texts).size < LEAST_GOALS) return { kind: "too-few-goals" };
  return { kind: "shared", key: JSON.stringify(texts.sort()) };
}
