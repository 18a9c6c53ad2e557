import { barKeyText, type BarKey } from "../domain/figures/bar-key.ts";
import { EVERYBODY, type GroupKey } from "../domain/figures/group-key.ts";
import { madeOnce } from "../domain/made-once.ts";
import { grouped } from "../domain/text/grouped.ts";
import { noFigure, type Figure, type FigureAsked } from "../domain/figures/figure.ts";
import { studentsOf } from "../metrics/cube/cube-counts.ts";
import type { Availability } from "../metrics/students/measure-context.ts";
import type { Population, Question } from "../metrics/questions/question.ts";
import type { ReadAs } from "../metrics/questions/same-question.ts";
import { readStatistic } from "../metrics/cube/statistics.ts";
import type { SchoolCube } from "../metrics/cube/school-cube.ts";
import { populationKey } from "./plan-of-year.ts";
import { SMALLEST_AT_SCHOOL } from "./protection-policy.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";
import type { DrawnBar, PublicDrawing } from "./public-drawing.ts";
import type { PopulationPlan, PublicGroup } from "./public-plan.ts";
import { rateBand } from "./rate-ladder.ts";

/** What the public edition's figures are read from. */
export interface PublicSource {
  readonly drawing: PublicDrawing;
  /** Every public question, those read from another one among them. */
  readonly questions: readonly Question[];
  readonly sameAs: ReadonlyMap<string, ReadAs>;
  readonly grades: readonly string[];
  readonly availability: Availability;
  /** Used for the reason why there is no figure: whether there are any students at all. */
  readonly cubes: readonly SchoolCube[];
}

/**
 * The figures that a table asks for, each as the drawing shows it. Only this function makes a
 * figure public.
 */
export const publicTable = <Key>(
  asked: Iterable<FigureAsked<Key>>,
  source: PublicSource,
): ProtectedTable<Key & Figure> => {
  const rows: (Key & Figure)[] = [];
  for (const { key, bar, parts } of asked) {
    const { n, low, high, band, drawnOn, state } = publicFigure({ bar, parts }, source);
    rows.push({ n, low, high, band, drawnOn, state, ...key });
  }
  return asProtected(rows);
};

/** One figure: the band of the shown students in the parts, or why there is none. */
export function publicFigure(
  { bar, parts }: Omit<FigureAsked<unknown>, "key">,
  source: PublicSource,
): Figure {
  const read = source.sameAs.get(bar.statistic);
  if (read !== undefined) {
    const others = parts.flatMap((part) => read.parts(part));
    return publicFigure({ bar: { ...bar, statistic: read.statistic }, parts: others }, source);
  }
  const question = questionsByStatistic(source.questions).get(bar.statistic);
  if (question === undefined) readStatistic(bar.statistic);
  if (question === undefined || parts.length === 0) return noFigure("not-applicable");
  const place = placeOf(bar, question, source);
  if (place === null) return noFigure(whyNoPlace(bar, question, source));
  if (!source.availability[question.needs]) return noFigure("not-enough-data");
  const drawn = source.drawing.bars[barKeyText({ statistic: bar.statistic, ...place.drawnAs })];
  return drawn === undefined ? noFigure("too-few-students") : bandOf(drawn, parts);
}

/** Of several questions of one statistic the first is asked. */
const questionsByStatistic = madeOnce(
  (questions: readonly Question[]): ReadonlyMap<string, Question> =>
    new Map(questions.toReversed().map((question) => [question.statistic, question])),
);

const placeOf = (
  { school, group }: BarKey,
  { population }: Question,
  source: Pick<PublicSource, "drawing" | "grades">,
): PublicGroup | null => groupsAt(source, population, school).get(group) ?? null;

/** The groups of a population with a figure at a place, in the order of the year's plan. */
function groupsAt(
  { drawing, grades }: Pick<PublicSource, "drawing" | "grades">,
  population: Population,
  school: string | null,
): ReadonlyMap<GroupKey, PublicGroup> {
  const plan = drawing.plan.populations[populationKey(population, grades)];
  return (plan === undefined ? undefined : groupsByPlace(plan).get(school)) ?? NO_GROUPS;
}

const NO_GROUPS: ReadonlyMap<GroupKey, PublicGroup> = new Map();

/** By place; a search through all groups of a district for each figure grows with its square. */
const groupsByPlace = madeOnce(({ groups }: PopulationPlan) => {
  const places = grouped(groups, ({ school }) => school);
  return new Map(
    [...places].map(([school, own]) => [school, new Map(own.map((each) => [each.group, each]))]),
  );
});

/**
 * Why there is no figure: there are no students, or too few. If there are enough and the plan still
 * leaves them out, their figure would reveal the few students who are in no group, or they have
 * become enough since the plan was decided.
 */
function whyNoPlace(
  { school, group }: BarKey,
  { population }: Question,
  { cubes, drawing, grades }: PublicSource,
): "not-applicable" | "too-few-students" | "left-out" {
  const counted = drawing.plan.populations[populationKey(population, grades)]?.schools ?? [];
  const own = school === null ? cubes : (cubesBySchool(cubes).get(school) ?? []);
  const sizes = own.map((cube) => ({
    school: cube.school,
    students: studentsOf(cube, population, group),
  }));
  const sum = (of: typeof sizes): number => of.reduce((total, { students }) => total + students, 0);
  if (sum(sizes) === 0) return "not-applicable";
  const isGroupAtSchool = school !== null && group !== EVERYBODY;
  const fewest = Math.max(drawing.smallestGroup, isGroupAtSchool ? SMALLEST_AT_SCHOOL : 0);
  const inFigures = school === null ? sizes.filter((size) => counted.includes(size.school)) : sizes;
  return sum(inFigures) < fewest ? "too-few-students" : "left-out";
}

const cubesBySchool = madeOnce((cubes: readonly SchoolCube[]) =>
  grouped(cubes, ({ school }): string => school),
);

/** @throws when the parts are not neighbors: only their sum would be a share of its own */
function bandOf({ parts, shown, drawnOn }: DrawnBar, asked: readonly string[]): Figure {
  const places = asked.map((part) => parts.indexOf(part)).sort((a, b) => a - b);
  const [first = -1] = places;
  if (first < 0 || places.some((place, index) => place !== first + index)) {
    throw new Error(`the parts ${asked.join(", ")} are no neighbors of a bar`);
  }
  const n = shown.reduce((sum, count) => sum + count, 0);
  const inParts = shown.reduce(
    (sum, count, place) => (places.includes(place) ? sum + count : sum),
    0,
  );
  const band = rateBand(inParts, n);
  if (band === null) return noFigure("too-few-students");
  return {
    n,
    low: band.leastPercent / 100,
    high: band.greatestPercent / 100,
    band: band.label,
    drawnOn,
    state: "shown",
  };
}

/** The groups with a figure at a place, everybody left out: the rows of a table by grade or student group. */
export const publicGroups = (
  source: Pick<PublicSource, "drawing" | "grades">,
  { population }: Question,
  school: string | null,
): readonly GroupKey[] =>
  [...groupsAt(source, population, school).keys()].filter((group) => group !== EVERYBODY);
