import { barKeyText, type BarKey } from "../domain/figures/bar-key.ts";
import { EVERYBODY } from "../domain/figures/group-key.ts";
import type { Day } from "../domain/calendar/day.ts";
import { grouped } from "../domain/text/grouped.ts";
import { countsOf } from "../metrics/cube/cube-counts.ts";
import { addParts } from "../metrics/cube/merge-cubes.ts";
import type { Question } from "../metrics/questions/question.ts";
import {
  ALL_TOGETHER,
  CHRONIC_ABSENCE,
  PLAN_COVERAGE,
  STANDINGS,
  STATUSES,
  statisticText,
} from "../metrics/questions/statistic.ts";
import type { SchoolCube } from "../metrics/cube/school-cube.ts";
import type { Chance } from "./chance.ts";
import { leastMoved, movesNeeded } from "./hold.ts";
import { populationKey } from "./plan-of-year.ts";
import type { PopulationPlan, PublicGroup, PublicPlan } from "./public-plan.ts";
import { shownParts } from "./shown-parts.ts";

/** A bar as it was last drawn. Its counts are exact: it is kept in the records bucket. */
export interface DrawnBar {
  readonly key: BarKey;
  readonly drawnOn: Day;
  readonly parts: readonly string[];
  readonly counts: readonly number[];
  readonly shown: readonly number[];
}

/** What the public edition of a day is drawn from, and what the next one is held beside. */
export interface PublicDrawing {
  readonly asOf: Day;
  /** The version of the definitions: under another one everything is drawn anew. */
  readonly definitions: string;
  readonly smallestGroup: number;
  readonly plan: PublicPlan;
  /** By the text of their keys. */
  readonly bars: { readonly [key: string]: DrawnBar };
}

export interface Drawing {
  readonly asOf: Day;
  readonly definitions: string;
  readonly smallestGroup: number;
  readonly plan: PublicPlan;
  readonly grades: readonly string[];
  /** The public questions that have a bar of their own. */
  readonly questions: readonly Question[];
  readonly cubes: readonly SchoolCube[];
  readonly before: PublicDrawing | null;
  readonly chance: Chance;
  /** The statistics whose bars are drawn by grade and student group too: those above, or what stands for them. */
  readonly divided: ReadonlySet<string>;
}

/** The questions that are divided by grade and student group too; the others have everybody alone. */
export const DIVIDED: readonly string[] = [
  statisticText(STATUSES, ALL_TOGETHER),
  statisticText(STANDINGS, ALL_TOGETHER),
  statisticText(PLAN_COVERAGE),
  statisticText(CHRONIC_ABSENCE),
];

/** Draws every bar of the public edition, or leaves it as it was drawn before until enough students have moved. */
export function publicDrawing(drawing: Drawing): PublicDrawing {
  const { asOf, definitions, smallestGroup, plan, divided } = drawing;
  const bars: { [key: string]: DrawnBar } = {};
  for (const question of drawing.questions) {
    const population = plan.populations[populationKey(question.population, drawing.grades)];
    if (population === undefined) continue;
    const cubes = cubesOfPlan(drawing.cubes, population);
    for (const group of population.groups) {
      if (group.group !== EVERYBODY && !divided.has(question.statistic)) continue;
      const key = { statistic: question.statistic, ...group.drawnAs };
      const text = barKeyText(key);
      if (text in bars) continue;
      const drawn = drawnBar(drawing, question, key, cubes(group.drawnAs.school), group);
      if (drawn !== null) bars[text] = drawn;
    }
  }
  return { asOf, definitions, smallestGroup, plan, bars };
}

/** The cubes of the schools in a population's figures: of all of them for the district, or of one. */
function cubesOfPlan(
  cubes: readonly SchoolCube[],
  { schools }: PopulationPlan,
): (school: string | null) => readonly SchoolCube[] {
  const inFigures = new Set(schools);
  const all = cubes.filter(({ school }) => inFigures.has(school));
  const bySchool = grouped(all, ({ school }): string => school);
  return (school) => (school === null ? all : (bySchool.get(school) ?? []));
}

function drawnBar(
  { asOf, definitions, smallestGroup, before, chance }: Drawing,
  question: Question,
  key: BarKey,
  cubes: readonly SchoolCube[],
  { of }: PublicGroup,
): DrawnBar | null {
  const { statistic, parts, afterDue } = question;
  const counts = cubes
    .flatMap((cube) => of.map((group) => countsOf(cube, question, group)))
    .reduce<readonly number[]>(
      addParts,
      parts.map(() => 0),
    );
  const last = before?.bars[barKeyText(key)] ?? null;
  const students = counts.reduce((sum, count) => sum + count, 0);
  // A group that fell under the size keeps what it last showed.
  if (students < smallestGroup) return last;
  const isComparable = last !== null && before?.definitions === definitions;
  if (isComparable && leastMoved(last.counts, counts) < movesNeeded(key, last.drawnOn, chance)) {
    return last;
  }
  const dueOn = cubes.flatMap(({ firstDueOn }) => firstDueOn[statistic] ?? []).sort()[0];
  const canBe = parts.map(
    ({ id }, part) =>
      !afterDue.includes(id) || (counts[part] ?? 0) > 0 || (dueOn !== undefined && asOf > dueOn),
  );
  return {
    key,
    drawnOn: asOf,
    parts: parts.map(({ id }) => id),
    counts,
    shown: shownParts(key, counts, canBe, chance),
  };
}
