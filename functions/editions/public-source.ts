import { questionsOf } from "../metrics/cube/questions.ts";
import type { SchoolCube } from "../metrics/cube/school-cube.ts";
import { sameQuestions } from "../metrics/questions/same-question.ts";
import type { Chance } from "../protection/chance.ts";
import { planOfYear, populationKey } from "../protection/plan-of-year.ts";
import { DIVIDED, publicDrawing } from "../protection/public-drawing.ts";
import { publicGroups, type PublicSource } from "../protection/public-figures.ts";
import type { RecordsCounted } from "../protection/records-by-order.ts";
import { placesOf, type EditionScope, type Place } from "../releases/tables/places.ts";
import type { EarlierReleases } from "../releases/trends/trend.ts";
import type { ConformedManifest } from "../conformed/conformed-manifest.ts";
import type { NamedCube } from "../metrics/cube/named-cube.ts";
import type { Measuring } from "../metrics/students/measuring.ts";
import { districtCube } from "./district-cube.ts";
import type { KeptDrawing } from "./kept-drawing.ts";

/** What a public release is drawn from, besides its own counts. */
export interface DrawnBeside {
  readonly earlier: EarlierReleases;
  readonly changed: readonly RecordsCounted<object>[];
  readonly before: KeptDrawing | null;
  readonly chance: Chance;
  readonly definitions: string;
  readonly smallestGroup: number;
}

/** The plan of the year and the drawing of the day, with what reads figures from them. */
export function publicSource(
  { asOf, mandate }: Measuring,
  cubes: readonly NamedCube["cube"][],
  { before, chance, definitions, smallestGroup }: DrawnBeside,
): PublicSource {
  const sameAs = sameQuestions(mandate, asOf);
  const questions = questionsOf(mandate, asOf).filter(
    ({ isPublic, statistic }) => isPublic || sameAs.has(statistic),
  );
  const own = questions.filter(({ statistic }) => !sameAs.has(statistic));
  const { grades } = mandate;
  const plan = planOfYear(before?.plan ?? null, own, grades, cubes, { on: asOf, smallestGroup });
  const divided = new Set(DIVIDED.flatMap((name) => sameAs.get(name)?.statistic ?? name));
  const drawing = publicDrawing({
    ...{ asOf, definitions, smallestGroup, plan, grades, cubes, before, chance, divided },
    questions: own,
  });
  const [first] = cubes;
  const availability = first?.availability ?? { plans: false, attendance: false };
  return { drawing, questions, sameAs, grades, availability, cubes };
}

/** What the tables of a public edition ask about: public questions, by the groups that have figures. */
export function publicScope(
  { districtName }: ConformedManifest,
  { mandate, asOf }: Measuring,
  cubes: readonly NamedCube[],
  source: PublicSource,
): EditionScope {
  return {
    kind: "public",
    places: placesOf(districtName, districtCube(cubes), cubes),
    mandate,
    asOf,
    questions: source.questions,
    groupsOf: (question, { school }) =>
      DIVIDED.includes(question.statistic) ? publicGroups(source, question, school) : [],
  };
}

/**
 * The district and those of its schools that are in public figures: a school that is too small is
 * in no estimate.
 */
export function placesInEstimates(
  { districtName }: ConformedManifest,
  cubes: readonly NamedCube[],
  source: PublicSource,
  { places }: Pick<EditionScope, "places">,
): readonly Place[] {
  const shown = schoolsInFigures(cubes, source);
  if (shown.length === 0) return [];
  if (shown.length === cubes.length) return places;
  return placesOf(districtName, districtCube(shown), shown);
}

/** The schools whose students under the mandate are in public figures. */
export function schoolsInFigures(
  cubes: readonly NamedCube[],
  { drawing, grades }: PublicSource,
): readonly NamedCube[] {
  const plan = drawing.plan.populations[populationKey({ kind: "mandate" }, grades)];
  return cubes.filter(({ cube }) => plan?.schools.includes(cube.school));
}

/** The schools that have a public figure of their own, for any population. */
export const schoolsWithFigure = ({ cubes, drawing }: PublicSource): readonly SchoolCube[] => {
  const populations = Object.values(drawing.plan.populations);
  const shown = new Set(populations.flatMap(({ groups }) => groups.map(({ school }) => school)));
  return cubes.filter(({ school }) => shown.has(school));
};
