import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderStore } from "../../functions/adapters/folder-store.ts";
import { day } from "../../functions/domain/day.ts";
import { districtId, type DistrictId } from "../../functions/domain/ids.ts";
import { conformedInForce } from "../../functions/pipeline/conformed-manifest.ts";
import { makeEditions } from "../../functions/pipeline/make-editions.ts";
import { measure } from "../../functions/pipeline/measure.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import {
  EFFECTIVE_PRACTICE,
  ingestPath,
  publishDay,
  putKnownSecret,
  type PublishedDay,
} from "../support/local-district.ts";
import { memoryTable } from "../support/memory-table.ts";
import { arrowRows, json, type Row } from "./conformed-records.ts";

/** A district whose exports went through the whole pipeline, for all tests of a file. */
export interface PublishedDistrict {
  /** The folder of the records bucket. */
  readonly records: string;
  readonly staff: (asOf: string) => Edition;
  readonly public: (asOf: string) => Edition;
}

/** Every table of an edition, read from its Arrow files, and its manifest. */
export interface Edition {
  readonly asOf: string;
  readonly tables: { readonly [name: string]: readonly Row[] };
  readonly manifest: EditionManifest;
}

export interface EditionManifest {
  readonly release: string;
  readonly previousRelease: string | null;
  readonly sentences: { readonly [page: string]: unknown };
}

/** Publishes the days of a district, for staff alone or for everybody too. @returns it, and what takes its folder away */
export async function published(
  district: string,
  exportsOf: (folder: string) => Promise<string>,
  asOfDays: readonly string[],
  editions: "staff" | "both",
): Promise<readonly [PublishedDistrict, () => Promise<void>]> {
  const folder = await mkdtemp(join(tmpdir(), "ilp-independent-"));
  const records = join(folder, "records");
  const places = {
    records: folderStore(records),
    public: folderStore(join(folder, "public")),
    table: memoryTable(),
  };
  await putKnownSecret(places.records);
  await ingestPath(places, await exportsOf(join(folder, "exports")), districtId(district));
  const publish = editions === "both" ? publishDay : publishForStaff;
  const staff = new Map<string, Edition>();
  const open = new Map<string, Edition>();
  for (const asOf of asOfDays) {
    const { edition, release } = await publish(places, asOf, districtId(district));
    // Read at once: editions of days in the middle of a month are not kept for good.
    staff.set(asOf, await editionIn(join(records, "editions/staff", district, edition), asOf));
    if (release === null) continue;
    open.set(asOf, await editionIn(join(folder, "public", district, "releases", release), asOf));
  }
  const own: PublishedDistrict = {
    records,
    staff: (asOf) => editionOf(staff, asOf),
    public: (asOf) => editionOf(open, asOf),
  };
  return [own, () => rm(folder, { recursive: true, force: true })];
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

async function editionIn(folder: string, asOf: string): Promise<Edition> {
  const tables: { [name: string]: readonly Row[] } = {};
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".arrow"))) {
    tables[file.slice(0, -".arrow".length)] = await arrowRows(join(folder, file));
  }
  const manifest = (await json(join(folder, "manifest.json"))) as EditionManifest;
  return { asOf, tables, manifest };
}
