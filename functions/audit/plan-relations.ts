import {
  GOAL_DOMAINS_BALANCE,
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
  // Without an open plan there is no goal, no step, and no text to compare.
  const withoutGoals = find(statisticText(GOAL_DOMAINS_BALANCE)).map((bar) =>
    together(bar, ["no-goals"]),
  );
  const without = [
    ...find(statisticText(ON_TRACK)).map((bar) => together(bar, ["no-steps"])),
    ...find(statisticText(GOAL_INDIVIDUALITY)).map((bar) => together(bar, ["no-eligible-goal"])),
  ];
  return [
    ...plans.flatMap((plan) =>
      [...withoutGoals, ...without].map((part) => atMost(together(plan, ["none"]), part)),
    ),
    // Nor is there without a goal.
    ...withoutGoals.flatMap((goals) => without.map((part) => atMost(goals, part))),
  ];
}
