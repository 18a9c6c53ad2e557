import {
  GOAL_INDICATORS,
  GOAL_INDIVIDUALITY,
  ON_TRACK,
  PLAN_COVERAGE,
  statisticText,
} from "../metrics/questions/statistic.ts";
import { atMost, equal, together, type Relation } from "./relation.ts";
import type { SeenBar } from "./seen-bars.ts";

/** What holds between plans and what is in them, for the bars of one group at one place. */
export function planRelations(bars: readonly SeenBar[]): readonly Relation[] {
  const find = (statistic: string): readonly SeenBar[] =>
    bars.filter(({ key }) => key.statistic === statistic);
  const plans = find(statisticText(PLAN_COVERAGE));
  const steps = find(statisticText(ON_TRACK));
  const indicators = GOAL_INDICATORS.map((id) => find(statisticText({ id })));
  const withoutGoals = indicators.flat().map((bar) => together(bar, ["no-goals"]));
  // Without an open plan there is no goal, no step, and nothing to compare; and without a goal no more.
  const without = [
    ...steps.map((bar) => together(bar, ["no-steps"])),
    ...find(statisticText(GOAL_INDIVIDUALITY)).map((bar) => together(bar, ["no-eligible-goal"])),
  ];
  const withSteps = find(statisticText({ id: "goals-with-steps" }));
  return [
    ...plans.flatMap((plan) =>
      [...without, ...withoutGoals].map((part) => atMost(together(plan, ["none"]), part)),
    ),
    ...withoutGoals.flatMap((nobody) => without.map((part) => atMost(nobody, part))),
    // The same students have no goals, whichever indicator is asked.
    ...withoutGoals.slice(1).flatMap((nobody, index) => {
      const before = withoutGoals[index];
      return before === undefined ? [] : [equal(nobody, before)];
    }),
    ...steps.flatMap((bar) =>
      withSteps.map((goals) =>
        equal(together(bar, ["no-steps"]), together(goals, ["none-of-goals", "no-goals"])),
      ),
    ),
  ];
}
