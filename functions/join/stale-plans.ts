import { daysBetween, type Day } from "../domain/calendar/day.ts";
import type { District } from "./assemble-district.ts";

/** So many days without any change in any plan, and the platform's file has stopped coming. */
const STALE_AFTER_DAYS = 45;

/** The last day on which anything changed in a plan by the as-of day, where that is long ago. */
export function stalePlansSince(
  { planChangeDays }: { readonly planChangeDays: readonly Day[] },
  asOf: Day,
): Day | null {
  const last = planChangeDays.findLast((on) => on <= asOf);
  return last !== undefined && daysBetween(last, asOf) > STALE_AFTER_DAYS ? last : null;
}

/** The days on which anything happened in any plan, in order: a few hundred a school year. */
export function planChangeDays(district: District): readonly Day[] {
  const days = new Set<Day | null>();
  for (const plans of district.plans.values()) {
    for (const { openedOn, closedOn } of plans) days.add(openedOn).add(closedOn);
  }
  for (const goals of district.goals.values()) {
    for (const { setOn, statusOn } of goals) days.add(setOn).add(statusOn);
  }
  for (const steps of district.actionSteps.values()) {
    for (const { completedOn } of steps) days.add(completedOn);
  }
  for (const reviews of district.reviews.values())
    for (const { heldOn } of reviews) days.add(heldOn);
  return [...days].filter((on) => on !== null).sort();
}
