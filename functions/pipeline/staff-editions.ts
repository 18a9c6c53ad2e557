import type { DistrictId } from "../domain/ids.ts";
import { day, type Day } from "../domain/day.ts";
import { schoolYearOf } from "../domain/school-year.ts";
import { recordsKeys } from "../layout.ts";
import { fromArrow } from "../releases/arrow-rows.ts";
import type { ReleaseManifest } from "../releases/manifest.ts";
import { EXACT_RATES, type ExactRateRow, type RateRow } from "../releases/tables.ts";
import type { EarlierRelease } from "../releases/trend.ts";
import { readJson } from "./conformed-manifest.ts";
import type { ObjectStore } from "./ports.ts";

/** One staff edition in the list of them. */
export interface StaffEditionEntry {
  readonly edition: string;
  readonly asOf: Day;
  /** The version of the records that it was made from. */
  readonly conformed: string;
}

/** Which staff edition staff should see, and those before it, the latest day first: one per day. */
export interface StaffLatest extends StaffEditionEntry {
  readonly district: { readonly id: string; readonly name: string };
  readonly editions: readonly StaffEditionEntry[];
}

/** Null before the first. */
export const staffLatest = (
  records: ObjectStore,
  district: DistrictId,
): Promise<StaffLatest | null> => readJson<StaffLatest>(records, recordsKeys.staffLatest(district));

/** What an edition says of itself. @throws when it is not there */
export async function staffManifest(
  records: ObjectStore,
  district: DistrictId,
  edition: string,
): Promise<ReleaseManifest> {
  const key = `${recordsKeys.staffEdition(district, edition)}manifest.json`;
  const manifest = await readJson<ReleaseManifest>(records, key);
  if (manifest === null) throw new Error(`no staff edition under ${key}`);
  return manifest;
}

/** The editions of the same school year and definitions with an earlier day, oldest first. */
export async function earlierStaffEditions(
  records: ObjectStore,
  district: DistrictId,
  asOf: Day,
  definitionVersion: string,
): Promise<readonly EarlierRelease<ExactRateRow>[]> {
  const latest = await staffLatest(records, district);
  const before = (latest?.editions ?? []).filter(
    (one) => one.asOf < asOf && schoolYearOf(one.asOf) === schoolYearOf(asOf),
  );
  return earlierReleases(
    records,
    before.map(({ edition, asOf: on }) => ({
      release: edition,
      asOf: on,
      folder: recordsKeys.staffEdition(district, edition),
    })),
    definitionVersion,
    (bytes) => fromArrow(EXACT_RATES, bytes),
  );
}

/** The rates of releases, oldest first; those by other definitions are left out, since a trend compares like with like. */
export async function earlierReleases<Row extends RateRow>(
  store: ObjectStore,
  releases: readonly { readonly release: string; readonly asOf: string; readonly folder: string }[],
  definitionVersion: string,
  read: (arrow: Uint8Array) => readonly Row[],
): Promise<readonly EarlierRelease<Row>[]> {
  const earlier: EarlierRelease<Row>[] = [];
  for (const { release, asOf, folder } of releases.toReversed()) {
    const manifest = await readJson<ReleaseManifest>(store, `${folder}manifest.json`);
    if (manifest?.definitionVersion !== definitionVersion) continue;
    const bytes = await store.get(`${folder}rates.arrow`);
    if (bytes !== null) earlier.push({ release, asOf: day(asOf), rates: read(bytes) });
  }
  return earlier;
}
