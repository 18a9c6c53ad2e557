import {
  GOAL_INDIVIDUALITY,
  ON_TRACK,
  PLAN_COVERAGE,
  statisticText,
} from "../metrics/questions/statistic.ts";
import { atMost, together, type Relation } from "./relation.ts";
import type { SeenBar } from "./seen-bars.ts";

/** What holds between plans and what is in them, for the bars of one group at one place. */
export function planRelations(bars: readonly SeenBar[]): readonly Relation[] {
  const find = (statistic: string): readonly SeenBar[] =>
    bars.filter(({ key }) => key.statistic === statistic);
  const plans = find(statisticText(PLAN_COVERAGE));
  // Without an open plan there is no step, and no goal to compare.
  const without = [
    ...find(statisticText(ON_TRACK)).map((bar) => together(bar, ["no-steps"])),
    ...find(statisticText(GOAL_INDIVIDUALITY)).map((bar) => together(bar, ["no-eligible-goal"])),
  ];
  return plans.flatMap((plan) => without.map((part) => atMost(together(plan, ["none"]), part)));
}
