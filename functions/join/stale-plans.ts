import { daysBetween, type Day } from "../domain/calendar/day.ts";
import { fieldOf } from "../domain/records/columns.ts";
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
  const columns = [
    fieldOf(records.plan.columns, "openedOn"),
    fieldOf(records.plan.columns, "closedOn"),
    fieldOf(records.goal.columns, "setOn"),
    fieldOf(records.goal.columns, "statusOn"),
    fieldOf(records.actionStep.columns, "completedOn"),
    fieldOf(records.review.columns, "heldOn"),
  ];
  const days = new Set<unknown>();
  for (const { codes, values } of columns) {
    for (const code of new Set(codes)) days.add(values[code] ?? null);
  }
  days.delete(null);
  // The fields hold days.
  return ([...days] as Day[]).sort();
}
