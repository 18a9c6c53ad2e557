import { day } from "../../functions/domain/calendar/day.ts";
import { districtId, type DistrictId } from "../../functions/domain/ids.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { makeEditions } from "../../functions/pipeline/release/make-editions.ts";
import { measure } from "../../functions/pipeline/measure/measure.ts";
import type { ReleaseManifest } from "../../functions/releases/manifest/manifest.ts";
import type { ObjectStore, Places } from "../../functions/pipeline/ports.ts";
import { EFFECTIVE_PRACTICE, publishDay, type PublishedDay } from "../support/local-district.ts";
import { arrowTables, json, type Row } from "./conformed-records.ts";

/** A district whose exports went through the whole pipeline, for all tests of a file. */
export interface PublishedDistrict {
  readonly records: ObjectStore;
  readonly staff: (asOf: string) => Edition;
  readonly public: (asOf: string) => Edition;
}

/** Every table of an edition, read from its Arrow files, its manifest, and its first screens by their files. */
export interface Edition {
  readonly asOf: string;
  readonly tables: { readonly [name: string]: readonly Row[] };
  readonly manifest: Omit<ReleaseManifest, "tables">;
  readonly screens: { readonly [path: string]: unknown };
}

/** Publishes the days of a district whose exports are ingested, for staff alone or for everybody too. */
export async function published(
  district: string,
  places: Places,
  asOfDays: readonly string[],
  editions: "staff" | "both",
): Promise<PublishedDistrict> {
  const publish = editions === "both" ? publishDay : publishForStaff;
  const staff = new Map<string, Edition>();
  const open = new Map<string, Edition>();
  for (const asOf of asOfDays) {
    const { edition, release } = await publish(places, asOf, districtId(district));
    // Read at once: editions of days in the middle of a month are not kept for good.
    const ofStaff = `editions/staff/${district}/${edition}/`;
    staff.set(asOf, await editionIn(places.records, ofStaff, asOf));
    if (release === null) continue;
    open.set(asOf, await editionIn(places.public, `${district}/releases/${release}/`, asOf));
  }
  return {
    records: places.records,
    staff: (asOf) => editionOf(staff, asOf),
    public: (asOf) => editionOf(open, asOf),
  };
}

/** @throws when none came out on the day */
function editionOf(editions: ReadonlyMap<string, Edition>, asOf: string): Edition {
  const edition = editions.get(asOf);
  if (edition === undefined) throw new Error(`no such edition came out on ${asOf}`);
  return edition;
}

async function publishForStaff(
  places: Places,
  asOf: string,
  district: DistrictId,
): Promise<PublishedDay> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new Error("nothing is conformed");
  const measuring = { asOf: day(asOf), mandate: EFFECTIVE_PRACTICE };
  for (const school of manifest.schools) await measure(places.records, manifest, school, measuring);
  return makeEditions(places, manifest, measuring, "staff-only");
}

async function editionIn(store: ObjectStore, folder: string, asOf: string): Promise<Edition> {
  const manifest = (await json(store, `${folder}manifest.json`)) as ReleaseManifest;
  const names = (await store.list(folder)).filter((key) =>
    /(?:overview|school-reports\/[^/]+)\.json$/.test(key),
  );
  const screens = await Promise.all(
    names.map(async (key) => [key.slice(folder.length), await json(store, key)] as const),
  );
  const tables = await arrowTables(store, folder);
  return { asOf, tables, manifest, screens: Object.fromEntries(screens) };
}
