import { calendarDueOf, type CalendarDue } from "../metrics/cube/calendar-due.ts";
import type { SchoolCube } from "../metrics/cube/school-cube.ts";
import { schoolLevels, type SchoolLevels } from "../metrics/cube/school-level.ts";
import { firstDueOf, type FirstDue } from "../metrics/cube/due-days.ts";
import { derivedFrom, type ProtectedTable } from "../protection/protected-table.ts";
import { publicCameDue } from "../protection/public-came-due.ts";
import type { PublicDrawing } from "../protection/public-drawing.ts";
import {
  publicEstimates,
  type DrawnEstimates,
  type MeasuredEstimate,
} from "../protection/public-estimates.ts";
import { publicTable, type PublicSource } from "../protection/public-figures.ts";
import { recordsByOrder } from "../protection/records-by-order.ts";
import { measuredAssociations, type AssociationKey } from "../releases/figures/associations.ts";
import {
  measuredExposureGroups,
  type ExposureGroupKey,
} from "../releases/figures/exposure-groups.ts";
import { likeWithLike } from "../releases/trends/like-with-like.ts";
import type { EditionScope, Place } from "../releases/tables/places.ts";
import type { PublicTables } from "../releases/files/render-release.ts";
import type { Written } from "../releases/messages/messages.ts";
import type { RateRow } from "../releases/tables/tables.ts";
import { cameDueSince } from "../releases/tables/came-due.ts";
import type { FigureAsked } from "../domain/figures/figure.ts";
import { askedNextSteps } from "../releases/tables/next-steps.ts";
import { askedRates } from "../releases/tables/rates.ts";
import { askedStandings } from "../releases/tables/standings.ts";
import { askedAnswers } from "../releases/tables/answers.ts";
import { askedStatuses } from "../releases/tables/statuses.ts";
import { withGaps } from "../releases/tables/student-group-gaps.ts";
import { askedStudentGroups } from "../releases/tables/student-groups.ts";
import type { DueCalendar } from "../releases/due/due-between.ts";
import { lastYearOf } from "../releases/trends/last-year.ts";
import { changesSince, knownDue, trendOf, type EarlierReleases } from "../releases/trends/trend.ts";
import type { ConformedManifest } from "../conformed/conformed-manifest.ts";
import { filesByKind, rejectsByReason } from "./data-quality-tables.ts";
import type { NamedCube } from "../metrics/cube/named-cube.ts";
import type { Measuring } from "../metrics/students/measuring.ts";
import { dueCalendarOf } from "./due-calendar.ts";
import {
  placesInEstimates,
  publicScope,
  publicSource,
  schoolsInFigures,
  schoolsWithFigure,
  type DrawnBeside,
} from "./public-source.ts";

/** The tables of a public release, and what else is read from the same drawing. */
interface DrawnTables {
  readonly tables: PublicTables;
  readonly written: Written;
  readonly drawing: PublicDrawing;
  readonly estimates: DrawnEstimates;
  readonly firstDue: FirstDue;
  /** Made from the calendars of schools in public figures. */
  readonly dueOn: CalendarDue;
  /** The levels of schools with a public figure. */
  readonly levels: SchoolLevels;
}

/**
 * Makes every table of a public release through protection, what its messages are written from, and
 * the drawing to keep.
 */
export function publicTables(
  manifest: ConformedManifest,
  measuring: Measuring,
  cubes: readonly NamedCube[],
  beside: DrawnBeside,
): DrawnTables {
  const source = publicSource(
    measuring,
    cubes.map(({ cube }) => cube),
    beside,
  );
  const scope = publicScope(manifest, measuring, cubes, source);
  const inEstimates = placesInEstimates(manifest, cubes, source, scope);
  const inFigures = schoolsInFigures(cubes, source).map(({ cube }) => cube);
  const firstDue = firstDueOf(inFigures);
  const shownOfSchools = ofSchools(inFigures, source);
  const figures = figureTables(scope, source, dueCalendarOf(measuring, shownOfSchools.dueOn));
  const estimates = estimateTables(scope, inEstimates, beside.before?.estimates ?? null);
  const overYear = yearTables(figures.rates, scope, beside.earlier, firstDue);
  const cameDue = publicCameDue(
    cameDueSince({ ...scope, places: inEstimates.slice(0, 1) }, overYear.previous),
    beside.smallestGroup,
  );
  const files = recordsByOrder(filesByKind(manifest));
  const rejects = recordsByOrder(rejectsByReason(manifest, "public"));
  return {
    tables: {
      ...{ rates: figures.rates, statuses: figures.statuses, standings: figures.standings },
      answers: figures.answers,
      "student-groups": figures.studentGroups,
      "next-steps": figures.nextSteps,
      associations: estimates.associations,
      "exposure-groups": estimates.means,
      ...{
        trend: overYear.trend,
        "last-year": overYear.lastYear,
        changes: overYear.changes,
        "came-due": cameDue,
      },
      ...{ files, rejects, "records-changed": recordsByOrder(beside.changed) },
    },
    written: {
      rates: figures.rates.rows,
      statuses: figures.statuses.rows,
      standings: figures.standings.rows,
      nextSteps: figures.nextSteps.rows,
      associations: estimates.associations.rows,
      changes: overYear.changes.rows,
      cameDue: cameDue.rows,
      trend: overYear.trend.rows,
      files: files.rows,
      rejects: rejects.rows,
    },
    drawing: source.drawing,
    estimates: estimates.drawn,
    firstDue,
    ...shownOfSchools,
  };
}

/**
 * What the manifest says about schools. Calendars reveal nothing about who is enrolled, so if no
 * school is in public figures, the calendars of all schools are used.
 */
const ofSchools = (
  inFigures: readonly SchoolCube[],
  source: PublicSource,
): Pick<DrawnTables, "dueOn" | "levels"> => ({
  dueOn: calendarDueOf(inFigures.length > 0 ? inFigures : source.cubes),
  levels: schoolLevels(schoolsWithFigure(source)),
});

/** The tables whose figures are read from bars. */
function figureTables(scope: EditionScope, source: PublicSource, mandate: DueCalendar) {
  const rates = publicTable(askedRates(scope), source);
  return {
    rates,
    statuses: publicTable(askedStatuses(scope), source),
    standings: publicTable(withKnownParts(askedStandings(scope), source), source),
    answers: publicTable(withKnownParts(askedAnswers(scope), source), source),
    nextSteps: publicTable(withKnownParts(askedNextSteps(scope), source), source),
    studentGroups: derivedFrom(publicTable(askedStudentGroups(scope), source), (rows) => [
      ...withGaps(rows, rates.rows, { asOf: scope.asOf, mandate }),
    ]),
  };
}

/** The tables of estimates, and what the next release is compared with. */
function estimateTables(
  { places, mandate, asOf }: EditionScope,
  inEstimates: readonly Place[],
  before: DrawnEstimates | null,
) {
  const associations = publicEstimates(
    estimatesOf(places, inEstimates, (measured) => measuredAssociations(measured, mandate)),
    associationName,
    before,
    asOf,
  );
  const means = publicEstimates(
    estimatesOf(places, inEstimates, (measured) =>
      measured.slice(0, 1).flatMap(measuredExposureGroups),
    ),
    ({ exposure, group }: ExposureGroupKey) => `mean ${exposure} ${group}`,
    before,
    asOf,
  );
  return {
    associations: associations.table,
    means: derivedFrom(means.table, (rows) =>
      rows.map(({ estimate, students: _students, ...row }) => ({ ...row, mean: estimate })),
    ),
    drawn: { ...associations.drawn, ...means.drawn },
  };
}

/**
 * The tables that show the releases of the year side by side, and the last of them before this one.
 */
function yearTables(
  rates: ProtectedTable<RateRow>,
  { mandate, asOf }: EditionScope,
  { sameDefinitions: earlier, yearBefore }: EarlierReleases,
  firstDue: FirstDue,
) {
  const previous = earlier.at(-1) ?? null;
  const isComparable = likeWithLike(mandate, asOf, knownDue(earlier, asOf, firstDue));
  return {
    previous,
    trend: derivedFrom(rates, (rows) => trendOf(rows, asOf, earlier, isComparable)),
    // Copied as it was published then; nothing in it is drawn again.
    lastYear: derivedFrom(rates, () => lastYearOf(yearBefore)),
    changes: derivedFrom(rates, (rows) => changesSince(rows, previous, isComparable)),
  };
}

const associationName = ({ school, exposure, outcome, method }: AssociationKey): string =>
  [school, exposure, outcome, method].join(" ");

/** The estimates of the places that have them; other places are listed without students. */
function estimatesOf<Key>(
  all: readonly Place[],
  inEstimates: readonly Place[],
  measured: (places: readonly Place[]) => readonly MeasuredEstimate<Key>[],
): readonly MeasuredEstimate<Key>[] {
  const nameOf = ({ key }: MeasuredEstimate<Key>): string => JSON.stringify(key);
  const own = new Map(measured(inEstimates).map((estimate) => [nameOf(estimate), estimate]));
  return measured(all).map(
    (estimate) => own.get(nameOf(estimate)) ?? { ...estimate, arms: [0], estimate: () => null },
  );
}

/**
 * A requirement that is read from another question has only the parts that the other question can
 * show.
 */
const withKnownParts = <Key>(
  asked: Iterable<FigureAsked<Key>>,
  { sameAs }: PublicSource,
): readonly FigureAsked<Key>[] =>
  [...asked].filter(
    ({ bar, parts }) => (sameAs.get(bar.statistic)?.parts(parts[0] ?? "") ?? parts).length > 0,
  );
