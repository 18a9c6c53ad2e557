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
export function planChangeDays({ records }: District): readonly Day[] {
  const days = new Set<Day | null>();
  for (const { openedOn, closedOn } of records.plan.all) days.add(openedOn).add(closedOn);
  for (const { setOn, statusOn } of records.goal.all) days.add(setOn).add(statusOn);
  for (const { completedOn } of records.actionStep.all) days.add(completedOn);
  for (const { heldOn } of records.review.all) days.add(heldOn);
  return [...days].filter((on) => on !== null).sort();
}
