import { EVERYBODY } from "../domain/figures/group-key.ts";
import { studentsOf } from "../metrics/cube/cube-counts.ts";
import { firstDueOf } from "../metrics/cube/due-days.ts";
import { problemFigures } from "../metrics/cube/reconciliation.ts";
import {
  RECORD_OWNER_NAMES,
  RECORD_PROBLEM_DEFINITIONS,
  RECORD_PROBLEMS,
} from "../metrics/cube/record-problem.ts";
import type { RowOf } from "../domain/records/table-definition.ts";
import type { RecordsCounted } from "../protection/records-by-order.ts";
import { measuredAssociations } from "../releases/figures/associations.ts";
import { measuredExposureGroups } from "../releases/figures/exposure-groups.ts";
import {
  eachExactFigure,
  exactEstimates,
  exactFigures,
} from "../releases/figures/exact-figures.ts";
import { likeWithLike } from "../releases/trends/like-with-like.ts";
import { placeColumns, type EditionScope, type Place } from "../releases/tables/places.ts";
import type { Written } from "../releases/messages/messages.ts";
import { cameDueSince } from "../releases/tables/came-due.ts";
import type { staffFiles } from "../releases/tables/files.ts";
import { askedLateness, type lateness as latenessTable } from "../releases/tables/lateness.ts";
import { askedNextSteps } from "../releases/tables/next-steps.ts";
import { planPatternRows, type planPatterns } from "../releases/tables/plan-patterns.ts";
import { reviewSignatureRow, type reviewSignatures } from "../releases/tables/review-signatures.ts";
import { askedRates } from "../releases/tables/rates.ts";
import type { reconciliation as reconciliationTable } from "../releases/tables/records.ts";
import { askedStandings } from "../releases/tables/standings.ts";
import { askedAnswers } from "../releases/tables/answers.ts";
import { askedStatuses } from "../releases/tables/statuses.ts";
import { withGaps } from "../releases/tables/student-group-gaps.ts";
import { askedStudentGroups } from "../releases/tables/student-groups.ts";
import type { ExactRateRow, TABLES } from "../releases/tables/tables.ts";
import { lastYearOf } from "../releases/trends/last-year.ts";
import { changesSince, knownDue, trendOf, type EarlierReleases } from "../releases/trends/trend.ts";
import type { ConformedManifest } from "../conformed/conformed-manifest.ts";
import { rejectsByReason, staffFileRows } from "./data-quality-tables.ts";

/** The tables that have other columns in the staff edition than in the public edition. */
type OfStaff =
  | typeof staffFiles
  | typeof reconciliationTable
  | typeof latenessTable
  | typeof planPatterns
  | typeof reviewSignatures;
type Table = Exclude<
  (typeof TABLES)[number],
  { readonly name: OfStaff["name"] | WithExactRecords }
>;
type WithExactRecords = "rejects" | "records-changed";

/** The rows of every table: a row that does not fill a column of its table does not compile. */
type StaffRows = { readonly [T in Table | OfStaff as T["name"]]: Iterable<RowOf<T>> } & {
  readonly [name in WithExactRecords]: readonly object[];
};

/** Every table of a staff edition, and those that its messages are written from. */
export function staffTables(
  scope: EditionScope,
  manifest: ConformedManifest,
  changed: readonly RecordsCounted<object>[],
  { sameDefinitions: earlier, yearBefore }: EarlierReleases<ExactRateRow>,
) {
  const rates = exactFigures(askedRates(scope), scope);
  const previous = earlier.at(-1) ?? null;
  const schools = scope.places.flatMap(({ school, cube: { dueDays } }) =>
    school === null ? [] : [{ school, dueDays }],
  );
  const isComparable = likeWithLike(
    scope.mandate,
    scope.asOf,
    knownDue(earlier, scope.asOf, firstDueOf(schools)),
  );
  const files = staffFileRows(manifest);
  const written: Written = {
    rates,
    statuses: exactFigures(askedStatuses(scope), scope),
    standings: exactFigures(askedStandings(scope), scope),
    nextSteps: exactFigures(askedNextSteps(scope), scope),
    associations: exactEstimates(measuredAssociations(scope.places, scope.mandate)),
    changes: changesSince(rates, previous, isComparable),
    cameDue: cameDueSince(scope, previous),
    trend: trendOf(rates, scope.asOf, earlier, isComparable),
    files,
    rejects: rejectsByReason(manifest, "staff").map(exactly),
  };
  const means = exactEstimates(scope.places.slice(0, 1).flatMap(measuredExposureGroups));
  const byName: StaffRows = {
    rates,
    statuses: written.statuses,
    standings: written.standings,
    // The largest tables, which no message is written from: each row is made when it is written.
    get answers() {
      return eachExactFigure(askedAnswers(scope), scope);
    },
    get "student-groups"() {
      return withGaps(eachExactFigure(askedStudentGroups(scope), scope), rates, ofOneDay(scope));
    },
    get lateness() {
      return eachExactFigure(askedLateness(scope), scope);
    },
    "next-steps": written.nextSteps,
    associations: written.associations,
    "exposure-groups": means.map(({ estimate, ...row }) => ({ ...row, mean: estimate })),
    trend: written.trend,
    "last-year": lastYearOf(yearBefore),
    changes: written.changes,
    "came-due": written.cameDue,
    files,
    rejects: written.rejects as readonly object[],
    "records-changed": changed.map(exactly),
    reconciliation: scope.places.flatMap((place) => reconciliationRows(place, scope)),
    "plan-patterns": scope.places.flatMap((place) => planPatternRows(place, scope)),
    "review-signatures": scope.places.map(reviewSignatureRow),
  };
  return { written, byName };
}

/** Exact figures are all of the day of the edition: no due day lies between two of them. */
const ofOneDay = ({ asOf }: EditionScope) => ({ asOf, mandate: { requirements: [] } });

const exactly = <Key extends object>({ key, records }: RecordsCounted<Key>) => ({
  ...key,
  records,
});

/**
 * The students with each problem of records at a place. Enrolled students are counted; for plans
 * without enrollment, also the students who have such a plan.
 */
function reconciliationRows(place: Place, { asOf }: EditionScope) {
  const { cube } = place;
  const enrolled = studentsOf(cube, { kind: "enrolled" }, EVERYBODY);
  return RECORD_PROBLEMS.map((problem) => {
    const { name, cause, owner, remedy } = RECORD_PROBLEM_DEFINITIONS[problem];
    const { students: count, medianWeeks } = problemFigures(cube.problems[problem] ?? {});
    const n = problem === "plan-without-enrollment" ? enrolled + count : enrolled;
    const isKnown = cube.availability.plans && n > 0;
    const share = isKnown ? count / n : null;
    return {
      ...placeColumns(place),
      problem,
      problemName: name,
      cause,
      owner: RECORD_OWNER_NAMES[owner],
      remedy,
      count: isKnown ? count : null,
      n: isKnown ? n : null,
      low: share,
      high: share,
      band: null,
      drawnOn: isKnown ? asOf : null,
      medianWeeks: isKnown && count > 0 ? medianWeeks : null,
      state: isKnown ? "shown" : cube.availability.plans ? "not-applicable" : "not-enough-data",
    };
  });
}
