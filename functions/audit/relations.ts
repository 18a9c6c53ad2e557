import { barKeyText } from "../domain/figures/bar-key.ts";
import { EVERYBODY, groupKey, readGroupKey, type GroupKey } from "../domain/figures/group-key.ts";
import { grouped } from "../domain/text/grouped.ts";
import { PLAN_COVERAGE, statisticText, TRANSITION } from "../metrics/questions/statistic.ts";
import { readStatistic } from "../metrics/cube/statistics.ts";
import type { ReadRelease } from "./reading/read-release.ts";
import { planRelations } from "./plan-relations.ts";
import { atMost, equal, together, usually, type PartTerm, type Relation } from "./relation.ts";
import { requirementRelations } from "./requirement-relations.ts";
import { isTransition, rulesOf } from "./same-bars.ts";
import type { SeenBar } from "./seen-bars.ts";

/**
 * The students of a bar who are in none of certain other bars of the same question: what a
 * subtraction isolates.
 */
export interface Leftover {
  readonly text: string;
  readonly whole: SeenBar;
  readonly groups: readonly SeenBar[];
}

export interface Relations {
  readonly relations: readonly Relation[];
  readonly leftovers: readonly Leftover[];
}

/** Everything that a reader knows about how the bars of a release are related. */
export function relationsOf(release: ReadRelease, bars: readonly SeenBar[]): Relations {
  const rules = rulesOf(release);
  const transitions = rules.filter(isTransition).flatMap(({ id, grades }) =>
    grades.slice(0, 1).map((grade) => ({
      statistic: statisticText(TRANSITION, id),
      grade: groupKey("grade", grade),
    })),
  );
  const places = grouped(bars, ({ key }) => `${key.school ?? ""} ${key.group}`);
  const wholes = grouped(bars, ({ key }) => key.statistic);
  const leftovers = [...wholes.values()].flatMap((ofOne) =>
    ofOne.flatMap((whole) => leftoversOf(whole, ofOne)),
  );
  return {
    relations: [
      ...[...wholes.values()].flatMap(districtIsItsSchools),
      ...[...places.values()].flatMap((barsOfPlace) => requirementRelations(rules, barsOfPlace)),
      ...[...places.values()].flatMap(planRelations),
      ...transitions.flatMap(({ statistic, grade }) => readyHavePlans(bars, statistic, grade)),
    ],
    leftovers: leftovers.filter(({ groups }) => groups.length > 0),
  };
}

/**
 * A school may have no bar of one grade or group; otherwise the district is the sum of the schools
 * that have figures.
 */
const isSumOfSchools = ({ key }: SeenBar): boolean =>
  key.group === EVERYBODY && readStatistic(key.statistic).statistic.id !== TRANSITION.id;

const schoolsOf = ({ key }: SeenBar, bars: readonly SeenBar[]): readonly SeenBar[] =>
  key.school === null
    ? bars.filter((other) => other.key.school !== null && other.key.group === key.group)
    : [];

/** @param bars those of one question */
const districtIsItsSchools = (bars: readonly SeenBar[]): readonly Relation[] =>
  bars.filter(isSumOfSchools).flatMap((whole) => {
    const schools = schoolsOf(whole, bars);
    return schools.length === 0
      ? []
      : whole.parts.map((_, part) =>
          equal(
            [[whole, part, 1]],
            schools.map((school): PartTerm => [school, part, 1]),
          ),
        );
  });

/** A place less its schools, and everybody there less the groups of each division. @param bars those of one question */
function leftoversOf(whole: SeenBar, bars: readonly SeenBar[]): readonly Leftover[] {
  const { school, group } = whole.key;
  const text = barKeyText(whole.key);
  const divided = bars.filter(
    ({ key }) => group === EVERYBODY && key.school === school && key.group !== EVERYBODY,
  );
  const byDivision = grouped(divided, ({ key }) => readGroupKey(key.group).division);
  return [
    {
      text: `${text} less its schools`,
      whole,
      groups: isSumOfSchools(whole) ? [] : schoolsOf(whole, bars),
    },
    ...[...byDivision].map(([division, groups]) => ({
      text: `${text} less ${division}`,
      whole,
      groups,
    })),
  ];
}

/** Who is ready for a transition has a plan open, at the place and in the grade. */
function readyHavePlans(
  bars: readonly SeenBar[],
  statistic: string,
  grade: GroupKey,
): readonly Relation[] {
  const plans = bars.filter(
    ({ key }) =>
      key.statistic === statisticText(PLAN_COVERAGE) && [EVERYBODY, grade].includes(key.group),
  );
  return bars
    .filter(({ key }) => key.statistic === statistic)
    .flatMap((ready) =>
      plans
        .filter(({ key }) => key.school === ready.key.school)
        .map((plan) => usually(atMost(together(ready, ["ready"]), together(plan, ["open"])))),
    );
}
