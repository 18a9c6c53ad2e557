import { createHash, createHmac } from "node:crypto";
import { cubeOf } from "../disclosure/cube-of.ts";
import type { LinearSolver } from "../disclosure/linear-solver.ts";
import { frozenRelease, protectedRelease } from "../disclosure/protected-release.ts";
import { DEFAULT_SUPPRESSION, type SuppressionPolicy } from "../disclosure/suppression-policy.ts";
import { schoolYearName, schoolYearOf } from "../domain/school-year.ts";
import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import { mergePartials } from "../metrics/merge-partials.ts";
import type { SchoolPartial } from "../metrics/school-partial.ts";
import { renderRelease } from "../releases/render-release.ts";
import { aboutRelease } from "./about-release.ts";
import { jsonBytes, readJson, type ConformedManifest } from "./conformed-manifest.ts";
import { contentHash } from "./content-hash.ts";
import { definitionVersion } from "./definition-version.ts";
import { measuredStudents } from "./measured-students.ts";
import { partialKey, type Measuring } from "./measure.ts";
import { plainReviews } from "./plain-reviews.ts";
import type { Places } from "./ports.ts";
import { protectedTables } from "./protected-tables.ts";
import { earlierReleases, latestOf, otherReleases } from "./published-releases.ts";
import { divisionsToldOf } from "./published-divisions.ts";
import { publicationRegistry } from "./published-statistics.ts";
import { measuredRecordsChanged } from "./records-changed-table.ts";
import { extractPatternsOf, keepPattern, patternsOf, seedOfYear } from "./release-pattern.ts";
import { placesOf } from "./release-places.ts";
import { seededDraw } from "./seeded-draw.ts";

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
const RELEASE_VERSION = 7;

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
  const year = schoolYearName(schoolYearOf(measuring.asOf));
  const extracts = await extractPatternsOf(records, manifest.district, year);
  const beside = earlier.map(({ release: id }) => id);
  const first = releaseId(manifest, measuring, policy, beside);
  // A release that an extract came after is what it was, if anybody has seen it.
  const published = (await latestOf(places.public, manifest.district))?.releases ?? [];
  if (published.some((one) => one.release === first)) {
    const before = await protectedBefore(records, manifest.district, first);
    if (before !== null) return before;
  }
  const release = releaseId(manifest, measuring, policy, [
    ...beside,
    ...extracts.map(({ release: extract }) => extract),
  ]);
  const there = await protectedBefore(records, manifest.district, release);
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
  const seed = await seedOfYear(records, manifest.district, year);
  const fingerprintOf = (sha256: string): string =>
    createHmac("sha256", seed).update(sha256).digest("hex");
  const protectedCube = protectedRelease(
    cubeOf(
      publicationRegistry(measuring.mandate, plain, divisionsToldOf(district)),
      measuredStudents(measuredPlaces, plain),
      policy,
    ),
    [
      ...(await patternsOf(
        records,
        manifest.district,
        await otherReleases(places.public, manifest.district, { release, asOf: measuring.asOf }),
      )),
      ...extracts,
    ],
    policy,
    solve,
    seededDraw(seed),
  );
  const tables = protectedTables(measuredPlaces, manifest, measuring, {
    ...{ release, earlier, recordsChanged, protectedCube, plain, policy, fingerprintOf },
  });
  const about = aboutRelease(
    manifest,
    measuring,
    { release, earlier, protectedCube, policy, fingerprintOf },
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
  await records.put(`${folder}index.json`, jsonBytes(ready));
  return ready;
}

const protectedBefore = (
  records: Places["records"],
  district: DistrictId,
  release: string,
): Promise<ProtectedRelease | null> =>
  readJson(records, `${recordsKeys.protectedRelease(district, release)}index.json`);

const hasCalendar = ({ schools }: ConformedManifest): boolean =>
  schools.some(({ partitions }) =>
    partitions.some(({ table, rows }) => table === "calendar" && rows > 0),
  );

/** `2022-05-20-1a2b3c4d`: the as-of day, and the hash of everything the release was made from. */
function releaseId(
  manifest: ConformedManifest,
  { asOf, mandate }: Measuring,
  policy: SuppressionPolicy,
  beside: readonly string[],
): string {
  const hash = contentHash(
    String(RELEASE_VERSION),
    manifest.version,
    definitionVersion(mandate),
    JSON.stringify(policy),
    ...beside,
  );
  return `${asOf}-${hash.slice(0, 8)}`;
}
