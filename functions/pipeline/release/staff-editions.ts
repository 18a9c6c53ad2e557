import type { DistrictId } from "../../domain/ids.ts";
import { day, type Day } from "../../domain/calendar/day.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { recordsKeys } from "../../layout.ts";
import type { FirstDue } from "../../metrics/cube/due-days.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import type { ReleaseManifest } from "../../releases/manifest/manifest.ts";
import { EXACT_RATES, type ExactRateRow, type RateRow } from "../../releases/tables/tables.ts";
import { lastOfMonths } from "../../releases/trends/last-year.ts";
import type { EarlierRelease, EarlierReleases } from "../../releases/trends/trend.ts";
import { readJson } from "../stored-json.ts";
import type { ObjectStore } from "../ports.ts";
import type { StaffEditionEntry, StaffLatest } from "../../editions/staff-latest.ts";

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

/**
 * The editions with an earlier day, of the same school year and of the one before.
 * @param listed the editions to look among
 */
export async function earlierStaffEditions(
  records: ObjectStore,
  district: DistrictId,
  asOf: Day,
  definitionVersion: string,
  listed: readonly StaffEditionEntry[],
): Promise<EarlierReleases<ExactRateRow>> {
  const before = listed.filter((edition) => edition.asOf < asOf);
  return earlierReleases(
    records,
    before.map(({ edition, asOf: on }) => ({
      release: edition,
      asOf: on,
      folder: recordsKeys.staffEdition(district, edition),
    })),
    {
      asOf,
      definitionVersion,
      read: (bytes) => fromArrow(EXACT_RATES, bytes),
      firstDueOf: ({ folder }) => readJson<FirstDue>(records, `${folder}${DUE_DAYS}`),
    },
  );
}

/** The file beside a staff edition's tables that says what was due by when, for later editions. */
export const DUE_DAYS = "due-days.json";
/** The file that says, by school, whose caseloads have students there. */
export const CASELOADS = "caseloads.json";
/** The file with the remaining instructional days of the school year, by school. */
export const SCHOOL_DAYS = "school-days.json";

interface ListedRelease {
  readonly release: string;
  readonly asOf: string;
  readonly folder: string;
}

/** The day for which earlier releases are read, and how. */
interface Reading<Row extends RateRow> {
  readonly asOf: Day;
  readonly definitionVersion: string;
  readonly read: (arrow: Uint8Array) => readonly Row[];
  readonly firstDueOf: (release: ListedRelease) => Promise<FirstDue | null>;
}

/**
 * The rates of releases of the day's school year and of the one before; those by other definitions are
 * left out, since a trend compares like with like.
 * @param releases one per day, the latest first
 */
export async function earlierReleases<Row extends RateRow>(
  store: ObjectStore,
  releases: readonly ListedRelease[],
  reading: Reading<Row>,
): Promise<EarlierReleases<Row>> {
  const year = schoolYearOf(reading.asOf);
  const ofYear = (wanted: number) =>
    byDefinitions(
      store,
      releases.filter(({ asOf }) => schoolYearOf(day(asOf)) === wanted),
      reading.definitionVersion,
    );
  const [own, before] = [await ofYear(year), await ofYear(year - 1)];
  // What was due last year no longer matters: its rates are shown, and compared with nothing.
  const asShown = { ...reading, firstDueOf: () => Promise.resolve(null) };
  return {
    sameDefinitions: await withRates(store, own.sameDefinitions, reading),
    otherDefinitionsOn: own.otherDefinitionsOn,
    yearBefore: await withRates(store, lastOfMonths(before.sameDefinitions), asShown),
  };
}

/**
 * The releases by these definitions, the oldest first, and the day of the last release by other
 * definitions.
 * @param releases the latest first
 */
async function byDefinitions(
  store: ObjectStore,
  releases: readonly ListedRelease[],
  definitionVersion: string,
) {
  const sameDefinitions: ListedRelease[] = [];
  let otherDefinitionsOn: string | null = null;
  for (const release of releases.toReversed()) {
    const manifest = await readJson<ReleaseManifest>(store, `${release.folder}manifest.json`);
    if (manifest?.definitionVersion === definitionVersion) sameDefinitions.push(release);
    else if (manifest !== null) otherDefinitionsOn = release.asOf;
  }
  return { sameDefinitions, otherDefinitionsOn };
}

async function withRates<Row extends RateRow>(
  store: ObjectStore,
  releases: readonly ListedRelease[],
  { read, firstDueOf }: Reading<Row>,
): Promise<readonly EarlierRelease<Row>[]> {
  const earlierReleases: EarlierRelease<Row>[] = [];
  for (const listed of releases) {
    const bytes = await store.get(`${listed.folder}rates.arrow`);
    if (bytes === null) continue;
    const { release, asOf } = listed;
    earlierReleases.push({
      release,
      asOf: day(asOf),
      rates: read(bytes),
      firstDue: await firstDueOf(listed),
    });
  }
  return earlierReleases;
}
