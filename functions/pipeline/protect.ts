import { createHash } from "node:crypto";
import { DEFAULT_POLICY, protectionStatement } from "../disclosure/policy.ts";
import { protectCounts, type MeasuredCount } from "../disclosure/protect-counts.ts";
import { protectEstimates } from "../disclosure/protect-estimates.ts";
import { protectRates } from "../disclosure/protect-rates.ts";
import { protectDivisions } from "../disclosure/protect-statuses.ts";
import { derivedFrom, withoutStudents } from "../disclosure/protected-table.ts";
import { REVIEW_STATUS_NAMES, REVIEW_STATUSES } from "../domain/review-status.ts";
import { schoolYearName, schoolYearOf } from "../domain/school-year.ts";
import { recordsKeys } from "../layout.ts";
import { LANDMARK_DAY, MINIMUM_DAYS_AFTER } from "../metrics/attendance-association.ts";
import { mergePartials } from "../metrics/merge-partials.ts";
import { METRICS } from "../metrics/metrics.ts";
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
import { partialKey, type Measuring } from "./measure.ts";
import { measuredExposureGroups } from "./exposure-groups-table.ts";
import { measuredNextSteps } from "./next-steps-table.ts";
import { mandateSummary } from "./mandate-summary.ts";
import type { Places } from "./ports.ts";
import { earlierReleases } from "./published-releases.ts";
import { measuredReconciliation } from "./reconciliation-table.ts";
import { measuredRecordsChanged, type RecordsChangedKey } from "./records-changed-table.ts";
import { measuredRates } from "./rates-table.ts";
import { placesOf, type Place } from "./release-places.ts";
import { measuredStandings, standingName, standingsBeside } from "./standings-table.ts";
import { measuredStatuses } from "./statuses-table.ts";

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
const RELEASE_VERSION = 3;

/**
 * Joins the schools' partials, hides what must not be shown and renders the release, all under the
 * records bucket: what is public is copied from there, never made. Equal partials, definitions and
 * earlier releases give an equal release under an equal name.
 */
export async function protect(
  places: Pick<Places, "records" | "public">,
  manifest: ConformedManifest,
  measuring: Measuring,
): Promise<ProtectedRelease> {
  const { records } = places;
  const earlier = await earlierReleases(places.public, manifest.district, measuring.asOf);
  const release = releaseId(manifest, measuring, earlier);
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
  const tables = protectedTables(
    placesOf(manifest.districtName, district, partials),
    manifest,
    measuring,
    { release, earlier, recordsChanged },
  );
  const about = aboutRelease(manifest, measuring, release, earlier, tables);
  const rendered = renderRelease(about, tables, (bytes) =>
    createHash("sha256").update(bytes).digest("hex"),
  );
  const folder = recordsKeys.protectedRelease(manifest.district, release);
  await Promise.all(
    rendered.map(({ path, bytes, contentType }) => records.put(folder + path, bytes, contentType)),
  );
  const protectedRelease: ProtectedRelease = {
    release,
    asOf: measuring.asOf,
    districtName: manifest.districtName,
    conformed: manifest.version,
    files: rendered.map(({ path, contentType }) => ({ path, contentType, key: folder + path })),
  };
  await records.put(index, jsonBytes(protectedRelease));
  return protectedRelease;
}

const hasCalendar = ({ schools }: ConformedManifest): boolean =>
  schools.some(({ partitions }) =>
    partitions.some(({ table, rows }) => table === "calendar" && rows > 0),
  );

/** `2022-05-20-1a2b3c4d`: the as-of day, and the hash of everything the release was made from. */
function releaseId(
  manifest: ConformedManifest,
  { asOf, mandate }: Measuring,
  earlier: readonly EarlierRelease[],
): string {
  const hash = contentHash(
    String(RELEASE_VERSION),
    manifest.version,
    definitionVersion(mandate),
    JSON.stringify(DEFAULT_POLICY),
    ...earlier.map(({ release }) => release),
  );
  return `${asOf}-${hash.slice(0, 8)}`;
}

function protectedTables(
  places: readonly Place[],
  manifest: ConformedManifest,
  { mandate, asOf }: Measuring,
  { release, earlier, recordsChanged }: OfRelease,
): ReleaseTables {
  const policy = DEFAULT_POLICY;
  const rates = protectRates(measuredRates(places, mandate), policy);
  const divisions = protectDivisions(measuredStatuses(places, mandate), policy);
  const hiddenStatuses = new Set(
    divisions.rows
      .filter(({ state, breakdown }) => state === "hidden" && breakdown === "all")
      .map(({ requirement, school, part }) => `${requirement} ${school} ${part}`),
  );
  const nextSteps = measuredNextSteps(places, mandate, (requirement, school, status) =>
    hiddenStatuses.has(`${requirement} ${school} ${status}`),
  );
  const means = protectEstimates(places.slice(0, 1).flatMap(measuredExposureGroups), policy);
  return {
    rates,
    statuses: derivedFrom(divisions, (rows) =>
      rows.map(({ part, ...row }) => ({ ...row, status: part, statusName: statusName(part) })),
    ),
    standings: derivedFrom(protectDivisions(measuredStandings(places, mandate), policy), (rows) =>
      standingsBeside(divisions.rows, rows).map(({ part, ...row }) => ({
        ...row,
        standing: part,
        standingName: standingName(part),
      })),
    ),
    "next-steps": protectCounts(nextSteps, policy),
    associations: protectEstimates(measuredAssociations(places, mandate), policy),
    "exposure-groups": derivedFrom(means, (rows) =>
      rows.map(({ estimate, ...row }) => ({ ...row, mean: estimate })),
    ),
    trend: trendOf(rates, release, asOf, earlier),
    changes: changesSince(rates, earlier.at(-1) ?? null),
    files: withoutStudents(fileRows(manifest.files)),
    rejects: withoutStudents(rejectRows(manifest.rejects)),
    reconciliation: derivedFrom(protectCounts(measuredReconciliation(places), policy), (rows) =>
      rows.map((row) => ({ ...row, medianWeeks: row.state === "shown" ? row.medianWeeks : null })),
    ),
    "records-changed": derivedFrom(protectCounts(recordsChanged, policy), (rows) =>
      rows.map(({ students, ...row }) => ({ ...row, records: students })),
    ),
  };
}

/** What a release's tables need besides its places. */
interface OfRelease {
  readonly release: string;
  readonly earlier: readonly EarlierRelease[];
  readonly recordsChanged: readonly MeasuredCount<RecordsChangedKey>[];
}

const statusName = (part: string): string => {
  const status = REVIEW_STATUSES.find((known) => known === part);
  return status === undefined ? "Hidden to protect students" : REVIEW_STATUS_NAMES[status];
};

function aboutRelease(
  manifest: ConformedManifest,
  { mandate, asOf }: Measuring,
  release: string,
  earlier: readonly EarlierRelease[],
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
      minimumGroup: DEFAULT_POLICY.minimumGroup,
      isComplementarySuppressionComplete: false,
      statement: protectionStatement(DEFAULT_POLICY),
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
