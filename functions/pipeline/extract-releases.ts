import type { DistrictId } from "../domain/ids.ts";
import { publicKeys, recordsKeys } from "../layout.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import type { ReleaseManifest } from "../releases/manifest.ts";
import { rangesOf } from "./audit.ts";
import { readJson } from "./conformed-manifest.ts";
import { definitionVersion } from "./definition-version.ts";
import type { ReleaseRead } from "./extract-beside-releases.ts";
import type { ExtractRequest } from "./extract-store.ts";
import type { StudentOfDistrict } from "./extract-students.ts";
import { districtPlace } from "./measured-students.ts";
import type { Places } from "./ports.ts";
import type { ProtectedRelease } from "./protect.ts";
import { latestOf, otherReleases } from "./published-releases.ts";
import { publicationRegistry } from "./published-statistics.ts";
import { patternsOf } from "./release-pattern.ts";

/** The release, if it is what the records and definitions of today would give again. */
export async function releaseForExtract(
  { records, public: open }: Places,
  district: DistrictId,
  { release: asked, mandate }: ExtractRequest,
): Promise<{ readonly ready: ProtectedRelease; readonly published: ReleaseManifest }> {
  const latest = await latestOf(open, district);
  const release = latest?.releases.find((one) => one.release === (asked ?? latest.release));
  if (release === undefined) {
    throw new Error(`district ${district} has no release ${asked ?? "yet: publish one first"}`);
  }
  const index = `${recordsKeys.protectedRelease(district, release.release)}index.json`;
  const ready = await readJson<ProtectedRelease>(records, index);
  const folder = publicKeys.release(district, release.release);
  const published = await readJson<ReleaseManifest>(open, `${folder}manifest.json`);
  if (ready === null || published === null) throw new Error(`no release under ${folder}`);
  if (published.definitionVersion !== definitionVersion(mandate)) {
    throw new Error(
      `release ${release.release} was measured by ${published.mandate.title} and definitions ${published.definitionVersion}: name its mandate with --mandate, or publish it again as it is measured now`,
    );
  }
  return { ready, published };
}

/** A release as its readers have it. */
export async function releaseRead(
  places: Places,
  district: DistrictId,
  { release, asOf }: { readonly release: string; readonly asOf: string },
): Promise<ReleaseRead> {
  const [pattern] = await patternsOf(places.records, district, [release]);
  if (pattern === undefined) throw new Error(`release ${release} has no pattern`);
  const seen = await rangesOf(places.public, district, pattern);
  return { release, asOf, cube: pattern.cube, seen };
}

/** The other releases of the school year, of whatever day. */
export async function othersRead(
  places: Places,
  district: DistrictId,
  ready: ProtectedRelease,
): Promise<readonly ReleaseRead[]> {
  const others = await otherReleases(places.public, district, ready);
  const listed = (await latestOf(places.public, district))?.releases ?? [];
  return Promise.all(
    listed
      .filter(({ release }) => others.includes(release))
      .map((other) => releaseRead(places, district, other)),
  );
}

/** The first statistic of which one is a share of a share. */
export function rootsUnder(mandate: MandateProfile): (statistic: string) => string {
  const { statistics } = publicationRegistry(mandate, new Set(), []);
  const of = new Map(statistics.map((one) => [one.id, one.of?.statistic ?? null]));
  return (statistic) => {
    let root = statistic;
    for (let next = of.get(root); next !== null && next !== undefined; next = of.get(root)) {
      root = next;
    }
    return root;
  };
}

/** @throws when the whole district has other counts than the release shows: then one of the two is wrong */
export function checkCounts(
  { release, cube }: ReleaseRead,
  students: readonly StudentOfDistrict[],
): void {
  const counted = new Map<string, number>();
  for (const { parts } of students) {
    for (const [statistic, part] of parts) {
      const id = [statistic, part, districtPlace, "all/all"].join("|");
      counted.set(id, (counted.get(id) ?? 0) + 1);
    }
  }
  const counts = new Map(cube.cells.map(({ id, count }) => [id, count]));
  for (const [id, students] of counted) {
    const there = counts.get(id);
    if (there !== undefined && there !== students) {
      throw new Error(`the extract counts other students than release ${release} (${id})`);
    }
  }
}
