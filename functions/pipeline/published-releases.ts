import type { DistrictId } from "../domain/ids.ts";
import { day } from "../domain/day.ts";
import { schoolYearName, schoolYearOf } from "../domain/school-year.ts";
import { publicKeys } from "../layout.ts";
import { fromArrow } from "../releases/arrow-rows.ts";
import type { Latest, ReleaseManifest } from "../releases/manifest.ts";
import { rates } from "../releases/tables.ts";
import type { EarlierRelease } from "../releases/trend.ts";
import { readJson } from "./conformed-manifest.ts";
import type { ObjectStore } from "./ports.ts";

/** What the district has published, newest as-of day first; null before its first release. */
export const latestOf = (store: ObjectStore, district: DistrictId): Promise<Latest | null> =>
  readJson<Latest>(store, publicKeys.latest(district));

/** Every other release of the same school year, of whatever day: all that a reader can lay beside one. */
export async function otherReleases(
  store: ObjectStore,
  district: DistrictId,
  { release, asOf }: { readonly release: string; readonly asOf: string },
): Promise<readonly string[]> {
  const year = schoolYearOf(day(asOf));
  const others: string[] = [];
  for (const other of (await latestOf(store, district))?.releases ?? []) {
    if (other.release === release || schoolYearOf(day(other.asOf)) !== year) continue;
    const folder = publicKeys.release(district, other.release);
    const manifest = await readJson<ReleaseManifest>(store, `${folder}manifest.json`);
    if (manifest !== null && isOfBands(manifest)) others.push(other.release);
  }
  return others;
}

/** A release from before figures were bands has no pattern, and cannot be set beside one of bands. */
const isOfBands = ({ protection }: ReleaseManifest): boolean => "proof" in protection;

/**
 * The releases of the same school year with an earlier as-of day, oldest first: the newest of each
 * day, as a reader would have seen it.
 */
export async function earlierReleases(
  store: ObjectStore,
  district: DistrictId,
  asOf: string,
): Promise<readonly EarlierRelease[]> {
  const latest = await latestOf(store, district);
  const year = schoolYearName(schoolYearOf(day(asOf)));
  const earlier = new Map<string, EarlierRelease>();
  for (const release of [...(latest?.releases ?? [])].reverse()) {
    if (release.asOf >= asOf || schoolYearName(schoolYearOf(day(release.asOf))) !== year) continue;
    const folder = publicKeys.release(district, release.release);
    const bytes = await store.get(`${folder}rates.arrow`);
    const manifest = await readJson<ReleaseManifest>(store, `${folder}manifest.json`);
    if (bytes === null || manifest === null) continue;
    if (!isOfBands(manifest)) continue;
    // Of one day the newest is listed first, so here it comes last and stays.
    earlier.set(release.asOf, {
      release: release.release,
      asOf: release.asOf,
      rates: fromArrow(rates, bytes),
    });
  }
  return [...earlier.values()];
}
