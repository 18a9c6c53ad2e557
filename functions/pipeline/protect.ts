import { createHash } from "node:crypto";
import { cubeOf } from "../disclosure/cube-of.ts";
import type { LinearSolver } from "../disclosure/linear-solver.ts";
import { protectionStatement } from "../disclosure/policy.ts";
import { protectEstimates } from "../disclosure/protect-estimates.ts";
import {
  frozenRelease,
  hiddenIds,
  protectedRelease,
  type ProtectedCube,
} from "../disclosure/protected-release.ts";
import { derivedFrom, withoutStudents } from "../disclosure/protected-table.ts";
import { recordsByOrder, type RecordsCounted } from "../disclosure/records-by-order.ts";
import { fewestStudents, shownFigures } from "../disclosure/shown-figures.ts";
import { DEFAULT_SUPPRESSION, type SuppressionPolicy } from "../disclosure/suppression-policy.ts";
import { schoolYearName, schoolYearOf } from "../domain/school-year.ts";
import { recordsKeys } from "../layout.ts";
import { LANDMARK_DAY, MINIMUM_DAYS_AFTER } from "../metrics/attendance-association.ts";
import { mergePartials } from "../metrics/merge-partials.ts";
import { METRICS } from "../metrics/metrics.ts";
import { problemFigures } from "../metrics/reconciliation.ts";
import type { SchoolPartial } from "../metrics/school-partial.ts";
import type { ReleaseManifest } from "../releases/manifest.ts";
import type { ReleaseTables } from "../releases/release-tables.ts";
import { renderRelease } from "../releases/render-release.ts";
import { sentencesOf } from "../releases/sentences.ts";
import { changesSince, trendOf, type EarlierRelease } from "../releases/trend.ts";
import { measuredAssociations } from "./associations-table.ts";
import { jsonBytes, readJson, type ConformedManifest } from "./conformed-manifest.ts";
import { contentHash } from "./content-hash.ts";
import { fileRows, rejectRows } from "./data-quality-tables.ts";
import { definitionVersion } from "./definition-version.ts";
import { measuredStudents } from "./measured-students.ts";
import { partialKey, type Measuring } from "./measure.ts";
import { measuredExposureGroups } from "./exposure-groups-table.ts";
import { askedNextSteps } from "./next-steps-table.ts";
import { mandateSummary } from "./mandate-summary.ts";
import { plainReviews } from "./plain-reviews.ts";
import type { Places } from "./ports.ts";
import { earlierReleases, otherReleases } from "./published-releases.ts";
import { publicationRegistry } from "./published-statistics.ts";
import { askedReconciliation, type ReconciliationKey } from "./reconciliation-table.ts";
import { measuredRecordsChanged, type RecordsChangedKey } from "./records-changed-table.ts";
import { askedRates } from "./rates-table.ts";
import { keepPattern, patternsOf, seedOfYear } from "./release-pattern.ts";
import { placesOf, type Place } from "./release-places.ts";
import { seededDraw } from "./seeded-draw.ts";
import { askedStandings } from "./standings-table.ts";
import { askedStatuses } from "./statuses-table.ts";

/** The files of one release, rendered and waiting in the records bucket to be published. */
export interface ProtectedRelease {
  readonly release: string;
  readonly asOf: string;
  readonly districtName: string;
  /** The version of the records that it was made from. */
  readonly conformed: string;
  readonly files: readonly {
    readonly path: string;
    readonly contentType: string;
    readonly key: string;
  }[];
}

/** Changes with any change of what a release shows or says that no definition tells of. */
const RELEASE_VERSION = 4;

/**
 * Joins the schools' partials, hides what must not be shown and renders the release, all under the
 * records bucket: what is public is copied from there, never made. Equal partials, definitions and
 * earlier releases give an equal release under an equal name.
 */
export async function protect(
  places: Pick<Places, "records" | "public">,
  manifest: ConformedManifest,
  measuring: Measuring,
  solve: LinearSolver,
  policy: SuppressionPolicy = DEFAULT_SUPPRESSION,
): Promise<ProtectedRelease> {
  const { records } = places;
  const earlier = await earlierReleases(places.public, manifest.district, measuring.asOf);
  const release = releaseId(manifest, measuring, policy, earlier);
  const index = `${recordsKeys.protectedRelease(manifest.district, release)}index.json`;
  const there = await readJson<ProtectedRelease>(records, index);
  if (there !== null) return there;

  const partials = await Promise.all(
    manifest.schools.map(async (school) => {
      const key = partialKey(manifest, school, measuring);
      const partial = await readJson<SchoolPartial>(records, key);
      if (partial === null) throw new Error(`no partial under ${key}; measure the school first`);
      return { name: school.name, partial };
    }),
  );
  const district = mergePartials(partials.map(({ partial }) => partial));
  if (district.students === 0) {
    throw new Error(
      `no student of district ${manifest.district} is enrolled on ${measuring.asOf}: nothing is published; choose a day that the exports cover`,
    );
  }
  if (district.instructionalDays === 0 && hasCalendar(manifest)) {
    throw new Error(
      `no school of district ${manifest.district} has an instructional day in the school year ${schoolYearName(schoolYearOf(measuring.asOf))}: nothing is published; choose a day that the calendars cover`,
    );
  }
  const recordsChanged = await measuredRecordsChanged(records, manifest, earlier.at(-1) ?? null);
  const measuredPlaces = placesOf(manifest.districtName, district, partials);
  const plain = plainReviews(measuring.mandate, district);
  const year = schoolYearName(schoolYearOf(measuring.asOf));
  const protectedCube = protectedRelease(
    cubeOf(
      publicationRegistry(measuring.mandate, plain),
      measuredStudents(measuredPlaces, plain),
      policy,
    ),
    await patternsOf(
      records,
      manifest.district,
      await otherReleases(places.public, manifest.district, { release, asOf: measuring.asOf }),
    ),
    policy,
    solve,
    seededDraw(await seedOfYear(records, manifest.district, year)),
  );
  const tables = protectedTables(measuredPlaces, manifest, measuring, {
    ...{ release, earlier, recordsChanged, protectedCube, plain, policy },
  });
  const about = aboutRelease(
    manifest,
    measuring,
    { release, earlier, protectedCube, policy },
    tables,
  );
  const rendered = renderRelease(about, tables, (bytes) =>
    createHash("sha256").update(bytes).digest("hex"),
  );
  const folder = recordsKeys.protectedRelease(manifest.district, release);
  await Promise.all(
    rendered.map(({ path, bytes, contentType }) => records.put(folder + path, bytes, contentType)),
  );
  const ready: ProtectedRelease = {
    release,
    asOf: measuring.asOf,
    districtName: manifest.districtName,
    conformed: manifest.version,
    files: rendered.map(({ path, contentType }) => ({ path, contentType, key: folder + path })),
  };
  await keepPattern(records, manifest.district, frozenRelease(release, protectedCube));
  await records.put(index, jsonBytes(ready));
  return ready;
}

const hasCalendar = ({ schools }: ConformedManifest): boolean =>
  schools.some(({ partitions }) =>
    partitions.some(({ table, rows }) => table === "calendar" && rows > 0),
  );

/** `2022-05-20-1a2b3c4d`: the as-of day, and the hash of everything the release was made from. */
function releaseId(
  manifest: ConformedManifest,
  { asOf, mandate }: Measuring,
  policy: SuppressionPolicy,
  earlier: readonly EarlierRelease[],
): string {
  const hash = contentHash(
    String(RELEASE_VERSION),
    manifest.version,
    definitionVersion(mandate),
    JSON.stringify(policy),
    ...earlier.map(({ release }) => release),
  );
  return `${asOf}-${hash.slice(0, 8)}`;
}

function protectedTables(
  places: readonly Place[],
  manifest: ConformedManifest,
  { mandate, asOf }: Measuring,
  { release, earlier, recordsChanged, protectedCube: { cube, hidden }, plain, policy }: OfRelease,
): ReleaseTables {
  const rates = shownFigures(cube, hidden, askedRates(places, mandate));
  const means = protectEstimates(places.slice(0, 1).flatMap(measuredExposureGroups), policy);
  const problems = askedReconciliation(places);
  return {
    rates,
    statuses: shownFigures(cube, hidden, askedStatuses(places, mandate)),
    standings: shownFigures(cube, hidden, askedStandings(places, mandate, plain)),
    "next-steps": shownFigures(cube, hidden, askedNextSteps(places, mandate)),
    associations: protectEstimates(measuredAssociations(places, mandate), policy),
    "exposure-groups": derivedFrom(means, (rows) =>
      rows.map(({ estimate, ...row }) => ({ ...row, mean: estimate })),
    ),
    trend: trendOf(rates, release, asOf, earlier),
    changes: changesSince(rates, earlier.at(-1) ?? null),
    files: withoutStudents(fileRows(manifest.files)),
    rejects: withoutStudents(rejectRows(manifest.rejects)),
    reconciliation: derivedFrom(shownFigures(cube, hidden, problems), (rows) =>
      rows.map((row, index) => {
        const asked = problems[index];
        const fewest = asked === undefined ? 0 : fewestStudents(cube, hidden, asked);
        return { ...row, medianWeeks: fewest < policy.minimumGroup ? null : weeksOf(places, row) };
      }),
    ),
    "records-changed": recordsByOrder(recordsChanged),
  };
}

/** What a release's tables need besides its places. */
interface OfRelease {
  readonly release: string;
  readonly earlier: readonly EarlierRelease[];
  readonly recordsChanged: readonly RecordsCounted<RecordsChangedKey>[];
  readonly protectedCube: ProtectedCube;
  readonly plain: ReadonlySet<string>;
  readonly policy: SuppressionPolicy;
}

/** The weeks that the student in the middle has had a problem of records. */
function weeksOf(places: readonly Place[], row: ReconciliationKey): number | null {
  const place = places.find(({ level, school }) => level === row.level && school === row.school);
  return problemFigures(place?.partial.problems[row.problem] ?? {}).medianWeeks;
}

function aboutRelease(
  manifest: ConformedManifest,
  { mandate, asOf }: Measuring,
  { release, earlier, protectedCube, policy }: Omit<OfRelease, "recordsChanged" | "plain">,
  tables: ReleaseTables,
): Omit<ReleaseManifest, "tables"> {
  return {
    release,
    district: { id: manifest.district, name: manifest.districtName },
    schoolYear: schoolYearName(schoolYearOf(asOf)),
    asOf,
    definitionVersion: definitionVersion(mandate),
    previousRelease: earlier.at(-1)?.release ?? null,
    schools: manifest.schools.map(({ id, name }) => ({ id, name })),
    mandate: mandateSummary(mandate, asOf),
    measures: METRICS.map(
      ({ measure: _measure, breakdowns: _b, population: _p, ...metric }) => metric,
    ),
    protection: {
      minimumGroup: policy.minimumGroup,
      statement: protectionStatement(policy),
      policy,
      proof: proofOf(protectedCube),
    },
    landmark: {
      instructionalDay: LANDMARK_DAY,
      minimumDaysAfter: MINIMUM_DAYS_AFTER,
      statement: `Plans and goals are counted as they stood on instructional day ${LANDMARK_DAY}; attendance is counted after it. Students whom no school of the district enrolled on that day, and those enrolled for fewer than ${MINIMUM_DAYS_AFTER} instructional days after it, are left out. Attendance before that day stands in for attendance of the year before.`,
    },
    sentences: sentencesOf(tables, LANDMARK_DAY),
    sources: manifest.files.map(({ kind, sha256, records, accepted, rejected }) => ({
      kind,
      sha256,
      records,
      accepted,
      rejected,
    })),
  };
}

function proofOf(protectedCube: ProtectedCube): ReleaseManifest["protection"]["proof"] {
  const { cells } = protectedCube.cube;
  const hidden = hiddenIds(protectedCube);
  return {
    figures: cells.filter(({ display: { kind } }) => kind !== "unpublished").length,
    hidden: hidden.length,
    pattern: createHash("sha256").update(hidden.join("\n")).digest("hex"),
    witnesses: protectedCube.witnesses,
    // A release with any is not made.
    faults: 0,
  };
}
