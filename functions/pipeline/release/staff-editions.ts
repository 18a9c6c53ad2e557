import type { DistrictId } from "../../domain/ids.ts";
import { day, type Day } from "../../domain/calendar/day.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { recordsKeys } from "../../layout.ts";
import type { FirstDue } from "../../metrics/cube/due-days.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import type { ReleaseManifest } from "../../releases/manifest/manifest.ts";
import { EXACT_RATES, type ExactRateRow, type RateRow } from "../../releases/tables/tables.ts";
import type { EarlierRelease, EarlierReleases } from "../../releases/trends/trend.ts";
import { readJson } from "../stored-json.ts";
import type { ObjectStore } from "../ports.ts";
import type { StaffLatest } from "../../editions/staff-latest.ts";

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

/** The editions of the same school year with an earlier day. */
export async function earlierStaffEditions(
  records: ObjectStore,
  district: DistrictId,
  asOf: Day,
  definitionVersion: string,
): Promise<EarlierReleases<ExactRateRow>> {
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
    ({ folder }) => readJson<FirstDue>(records, `${folder}${DUE_DAYS}`),
  );
}

/** Beside the tables of a staff edition what was due by when, for the editions after it. */
export const DUE_DAYS = "due-days.json";
/** Beside them, by school, whose caseloads have students there. */
export const CASELOADS = "caseloads.json";

interface ListedRelease {
  readonly release: string;
  readonly asOf: string;
  readonly folder: string;
}

/**
 * The rates of releases; those by other definitions are left out, since a trend compares like with like.
 * @param releases of one school year, the latest first
 */
export async function earlierReleases<Row extends RateRow>(
  store: ObjectStore,
  releases: readonly ListedRelease[],
  definitionVersion: string,
  read: (arrow: Uint8Array) => readonly Row[],
  firstDueOf: (release: ListedRelease) => Promise<FirstDue | null>,
): Promise<EarlierReleases<Row>> {
  const alike: EarlierRelease<Row>[] = [];
  let otherDefinitionsOn: string | null = null;
  for (const one of releases.toReversed()) {
    const { release, asOf, folder } = one;
    const manifest = await readJson<ReleaseManifest>(store, `${folder}manifest.json`);
    if (manifest?.definitionVersion !== definitionVersion) {
      if (manifest !== null) otherDefinitionsOn = asOf;
      continue;
    }
    const bytes = await store.get(`${folder}rates.arrow`);
    if (bytes === null) continue;
    const firstDue = await firstDueOf(one);
    alike.push({ release, asOf: day(asOf), rates: read(bytes), firstDue });
  }
  return { alike, otherDefinitionsOn };
}
