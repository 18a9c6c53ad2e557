import type { Day } from "../domain/calendar/day.ts";
import { sizesOf } from "../metrics/cube/cube-counts.ts";
import { populationName, type Population, type Question } from "../metrics/questions/question.ts";
import type { SchoolCube } from "../metrics/cube/school-cube.ts";
import { decidePopulation, type PopulationPlan, type PublicPlan } from "./public-plan.ts";

/** A population as plans call it: under another mandate those in its grades are another one. */
export const populationKey = (population: Population, grades: readonly string[]): string =>
  population.kind === "enrolled" || population.kind === "year"
    ? populationName(population)
    : `${populationName(population)} of ${grades.join(",")}`;

/**
 * The plan of the school year: earlier decisions are kept, and a population that is new with a new
 * mandate is decided now.
 */
export function planOfYear(
  before: PublicPlan | null,
  questions: readonly Question[],
  grades: readonly string[],
  cubes: readonly SchoolCube[],
  deciding: { readonly on: Day; readonly smallestGroup: number },
): PublicPlan {
  const populations: { [population: string]: PopulationPlan } = { ...before?.populations };
  const decide = (population: Population): PopulationPlan => {
    return (populations[populationKey(population, grades)] ??= decidePopulation({
      ...deciding,
      sizes: new Map(cubes.map((cube) => [cube.school, sizesOf(cube, population)])),
      within: population.kind === "grade" ? decide({ kind: "mandate" }).schools : null,
    }));
  };
  for (const { population } of questions) decide(population);
  return { populations };
}
