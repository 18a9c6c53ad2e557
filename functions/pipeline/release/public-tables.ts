import { firstDueOf, type FirstDue } from "../../metrics/cube/due-days.ts";
import { mergeCubes } from "../../metrics/cube/merge-cubes.ts";
import { questionsOf } from "../../metrics/cube/questions.ts";
import { sameQuestions } from "../../metrics/questions/same-question.ts";
import type { Chance } from "../../protection/chance.ts";
import { planOfYear, populationKey } from "../../protection/plan-of-year.ts";
import { derivedFrom } from "../../protection/protected-table.ts";
import { publicCameDue } from "../../protection/public-came-due.ts";
import { DIVIDED, publicDrawing, type PublicDrawing } from "../../protection/public-drawing.ts";
import {
  publicEstimates,
  type DrawnEstimates,
  type MeasuredEstimate,
} from "../../protection/public-estimates.ts";
import { publicGroups, publicTable, type PublicSource } from "../../protection/public-figures.ts";
import { recordsByOrder, type RecordsCounted } from "../../protection/records-by-order.ts";
import { measuredAssociations, type AssociationKey } from "../../releases/figures/associations.ts";
import {
  measuredExposureGroups,
  type ExposureGroupKey,
} from "../../releases/figures/exposure-groups.ts";
import { likeWithLike } from "../../releases/trends/like-with-like.ts";
import { placesOf, type EditionScope, type Place } from "../../releases/tables/places.ts";
import type { PublicTables } from "../../releases/files/render-release.ts";
import type { Written } from "../../releases/sentences/sentences.ts";
import { cameDueSince } from "../../releases/tables/came-due.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import { askedNextSteps } from "../../releases/tables/next-steps.ts";
import { askedRates } from "../../releases/tables/rates.ts";
import { askedStandings } from "../../releases/tables/standings.ts";
import { askedStatuses } from "../../releases/tables/statuses.ts";
import { askedStudentGroups, withGaps } from "../../releases/tables/student-groups.ts";
import {
  changesSince,
  knownDue,
  notCompared,
  trendOf,
  type EarlierReleases,
} from "../../releases/trends/trend.ts";
import type { ConformedManifest } from "../conform/conformed-manifest.ts";
import { filesByKind, rejectsByReason } from "./data-quality-tables.ts";
import type { NamedCube } from "../measure/edition-scope.ts";
import type { Measuring } from "../measure/measure.ts";
import type { KeptDrawing } from "./public-releases.ts";

/** What a public release is drawn beside and by. */
export interface DrawnBeside {
  readonly earlier: EarlierReleases;
  readonly changed: readonly RecordsCounted<object>[];
  readonly before: KeptDrawing | null;
  readonly chance: Chance;
  readonly definitions: string;
  readonly smallestGroup: number;
}

/** Every table of a public release through protection, what its sentences are written from, and the drawing to keep. */
export function publicTables(
  manifest: ConformedManifest,
  measuring: Measuring,
  cubes: readonly NamedCube[],
  beside: DrawnBeside,
): {
  readonly tables: PublicTables;
  readonly written: Written;
  readonly drawing: PublicDrawing;
  readonly estimates: DrawnEstimates;
  readonly firstDue: FirstDue;
} {
  const { asOf, mandate } = measuring;
  const { before, smallestGroup } = beside;
  const { alike: earlier } = beside.earlier;
  const source = sourceOf(
    measuring,
    cubes.map(({ cube }) => cube),
    beside,
  );
  const scope = publicScope(manifest, measuring, cubes, source);
  const rates = publicTable(askedRates(scope), source);
  const groups = derivedFrom(publicTable(askedStudentGroups(scope), source), (rows) =>
    withGaps(rows, rates.rows, asOf),
  );
  const statuses = publicTable(askedStatuses(scope), source);
  const standings = publicTable(told(askedStandings(scope), source), source);
  const nextSteps = publicTable(told(askedNextSteps(scope), source), source);
  const inEstimates = placesInEstimates(manifest, cubes, source);
  const associations = publicEstimates(
    estimatesOf(scope.places, inEstimates, (places) => measuredAssociations(places, mandate)),
    associationName,
    before?.estimates ?? null,
    asOf,
  );
  const means = publicEstimates(
    estimatesOf(scope.places, inEstimates, (places) =>
      places.slice(0, 1).flatMap(measuredExposureGroups),
    ),
    ({ exposure, group }: ExposureGroupKey) => `mean ${exposure} ${group}`,
    before?.estimates ?? null,
    asOf,
  );
  const previous = earlier.at(-1) ?? null;
  const firstDue = firstDueOf(schoolsInFigures(cubes, source).map(({ cube }) => cube));
  const areAlike = likeWithLike(mandate, asOf, knownDue(earlier, asOf, firstDue));
  const changes = derivedFrom(rates, (rows) => changesSince(rows, previous, areAlike));
  const ofDistrict = { places: inEstimates.slice(0, 1), mandate, asOf };
  const cameDue = publicCameDue(cameDueSince(ofDistrict, previous), smallestGroup);
  const files = recordsByOrder(filesByKind(manifest));
  const rejects = recordsByOrder(rejectsByReason(manifest, "public"));
  const tables: PublicTables = {
    rates,
    statuses,
    standings,
    "student-groups": groups,
    "next-steps": nextSteps,
    associations: associations.table,
    "exposure-groups": derivedFrom(means.table, (rows) =>
      rows.map(({ estimate, students: _students, ...row }) => ({ ...row, mean: estimate })),
    ),
    trend: derivedFrom(rates, (rows) => trendOf(rows, asOf, earlier, areAlike)),
    changes,
    "came-due": cameDue,
    files,
    rejects,
    "records-changed": recordsByOrder(beside.changed),
  };
  const written: Written = {
    rates: rates.rows,
    statuses: statuses.rows,
    standings: standings.rows,
    nextSteps: nextSteps.rows,
    // How many students have a problem of records is for staff.
    problems: [],
    studentGroups: groups.rows,
    associations: associations.table.rows,
    changes: changes.rows,
    cameDue: cameDue.rows,
    notCompared: notCompared(rates.rows, previous, areAlike),
    files: files.rows,
    rejects: rejects.rows,
  };
  const estimates = { ...associations.drawn, ...means.drawn };
  return { tables, written, drawing: source.drawing, estimates, firstDue };
}

const associationName = ({ school, exposure, outcome, method }: AssociationKey): string =>
  [school, exposure, outcome, method].join(" ");

/** The plan of the year and the drawing of the day, with what reads figures from them. */
function sourceOf(
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
  const holds = first?.holds ?? { plans: false, attendance: false };
  return { drawing, questions, sameAs, grades, holds, cubes };
}

/** What the tables of a public edition ask about: public questions, by the groups that have figures. */
function publicScope(
  { districtName }: ConformedManifest,
  { mandate, asOf }: Measuring,
  cubes: readonly NamedCube[],
  source: PublicSource,
): EditionScope {
  const district = mergeCubes(cubes.map(({ cube }) => cube));
  return {
    kind: "public",
    places: placesOf(districtName, district, cubes),
    mandate,
    asOf,
    questions: source.questions,
    groupsOf: (question, { school }) =>
      DIVIDED.includes(question.statistic) ? publicGroups(source, question, school) : [],
  };
}

/** The district and its schools, of those alone that are in public figures: a school that is too small is in no estimate. */
function placesInEstimates(
  { districtName }: ConformedManifest,
  cubes: readonly NamedCube[],
  source: PublicSource,
): readonly Place[] {
  const shown = schoolsInFigures(cubes, source);
  if (shown.length === 0) return [];
  return placesOf(districtName, mergeCubes(shown.map(({ cube }) => cube)), shown);
}

/** The schools of which students under the mandate are in public figures. */
function schoolsInFigures(
  cubes: readonly NamedCube[],
  { drawing, grades }: PublicSource,
): readonly NamedCube[] {
  const plan = drawing.plan.populations[populationKey({ kind: "mandate" }, grades)];
  return cubes.filter(({ cube }) => plan?.schools.includes(cube.school));
}

/** The estimates of the places that are in them; those of other places are there, and of nobody. */
function estimatesOf<Key>(
  all: readonly Place[],
  inEstimates: readonly Place[],
  measured: (places: readonly Place[]) => readonly MeasuredEstimate<Key>[],
): readonly MeasuredEstimate<Key>[] {
  const nameOf = ({ key }: MeasuredEstimate<Key>): string => JSON.stringify(key);
  const own = new Map(measured(inEstimates).map((one) => [nameOf(one), one]));
  return measured(all).map(
    (one) => own.get(nameOf(one)) ?? { ...one, arms: [0], estimate: () => null },
  );
}

/** A requirement that is read from another question has only the parts that the other can tell. */
const told = <Key>(
  asked: readonly FigureAsked<Key>[],
  { sameAs }: PublicSource,
): readonly FigureAsked<Key>[] =>
  asked.filter(
    ({ bar, parts }) => (sameAs.get(bar.statistic)?.parts(parts[0] ?? "") ?? parts).length > 0,
  );
