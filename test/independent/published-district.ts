import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedDynamo } from "../../functions/adapters/embedded-dynamo.ts";
import { folderStore } from "../../functions/adapters/folder-store.ts";
import { districtId } from "../../functions/domain/ids.ts";
import {
  ingestPath,
  publishDay,
  putKnownSecret,
  type PublishedDay,
} from "../support/local-district.ts";
import { arrowRows, json, type Row } from "./conformed-records.ts";

/** A district whose exports went through the whole pipeline, for all tests of a file. */
export interface PublishedDistrict {
  readonly district: string;
  /** The folder of the records bucket. */
  readonly records: string;
  /** By day, in the order in which they were published. */
  readonly days: ReadonlyMap<string, PublishedDay>;
  readonly staff: (asOf: string) => Promise<Edition>;
  readonly public: (asOf: string) => Promise<Edition>;
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

/** Publishes the days of a district. @returns it, and what takes its folder away */
export async function published(
  district: string,
  exportsOf: (folder: string) => Promise<string>,
  asOfDays: readonly string[],
): Promise<readonly [PublishedDistrict, () => Promise<void>]> {
  const folder = await mkdtemp(join(tmpdir(), "ilp-independent-"));
  const dynamo = await embeddedDynamo(null);
  const records = join(folder, "records");
  const places = {
    records: folderStore(records),
    public: folderStore(join(folder, "public")),
    table: dynamo.table,
  };
  await putKnownSecret(places.records);
  await ingestPath(places, await exportsOf(join(folder, "exports")), districtId(district));
  const days = new Map<string, PublishedDay>();
  for (const asOf of asOfDays) {
    days.set(asOf, await publishDay(places, asOf, districtId(district)));
  }
  await dynamo.close();
  const dayOf = (asOf: string): PublishedDay => {
    const day = days.get(asOf);
    if (day === undefined) throw new Error(`${asOf} was not published`);
    return day;
  };
  const own: PublishedDistrict = {
    district,
    records,
    days,
    staff: (asOf) =>
      editionIn(join(records, "editions/staff", district, dayOf(asOf).edition), asOf),
    public: (asOf) => {
      const { release } = dayOf(asOf);
      if (release === null) throw new Error(`no public release came out on ${asOf}`);
      return editionIn(join(folder, "public", district, "releases", release), asOf);
    },
  };
  return [own, () => rm(folder, { recursive: true, force: true })];
}

async function editionIn(folder: string, asOf: string): Promise<Edition> {
  const tables: { [name: string]: readonly Row[] } = {};
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".arrow"))) {
    tables[file.slice(0, -".arrow".length)] = await arrowRows(join(folder, file));
  }
  const manifest = (await json(join(folder, "manifest.json"))) as EditionManifest;
  return { asOf, tables, manifest };
}
