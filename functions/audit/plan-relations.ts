import {
  GOAL_DOMAINS_BALANCE,
  GOAL_INDICATORS,
  GOAL_INDIVIDUALITY,
  ON_TRACK,
  PLAN_COVERAGE,
  statisticText,
} from "../metrics/questions/statistic.ts";
import { atMost, equal, together, type PartTerm, type Relation } from "./relation.ts";
import type { SeenBar } from "./seen-bars.ts";

/** What holds between plans and what is in them, for the bars of one group at one place. */
export function planRelations(bars: readonly SeenBar[]): readonly Relation[] {
  const find = (statistic: string): readonly SeenBar[] =>
    bars.filter(({ key }) => key.statistic === statistic);
  const partOf = (statistic: string, ...parts: readonly string[]): readonly Terms[] =>
    find(statistic).map((bar) => together(bar, parts));
  const noPlan = partOf(statisticText(PLAN_COVERAGE), "none");
  const noGoals = GOAL_INDICATORS.flatMap((id) => partOf(statisticText({ id }), "no-goals"));
  const noBalance = partOf(statisticText(GOAL_DOMAINS_BALANCE), "no-goals");
  const noSteps = partOf(statisticText(ON_TRACK), "no-steps");
  const nothingToCompare = partOf(statisticText(GOAL_INDIVIDUALITY), "no-eligible-goal");
  const without = [...noSteps, ...nothingToCompare];
  return [
    // Without an open plan there is no goal; without a goal there is no step, and nothing to compare.
    ...eachAtMost(noPlan, [...noBalance, ...noGoals, ...without]),
    ...eachAtMost([...noBalance, ...noGoals], without),
    // Where no domain is told, of some without goals the balance cannot be determined.
    ...eachAtMost(noBalance, noGoals),
    // The same students have no goals, whichever indicator is asked.
    ...noGoals.slice(1).flatMap((terms, index) => {
      const before = noGoals[index];
      return before === undefined ? [] : [equal(terms, before)];
    }),
    // Who has no step has no goal, or only goals without one.
    ...noSteps.flatMap((terms) =>
      partOf(statisticText({ id: "goals-with-steps" }), "none-of-goals", "no-goals").map((other) =>
        equal(terms, other),
      ),
    ),
  ];
}

/** Some parts of a bar together. */
type Terms = readonly PartTerm[];

const eachAtMost = (less: readonly Terms[], more: readonly Terms[]): readonly Relation[] =>
  less.flatMap((terms) => more.map((others) => atMost(terms, others)));
