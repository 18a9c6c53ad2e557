import { fileURLToPath } from "node:url";
import { folderStore } from "../../functions/adapters/folder/folder-store.ts";
import { incomingFiles } from "../../functions/adapters/incoming/incoming-files.ts";
import { day } from "../../functions/domain/calendar/day.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { mandateById } from "../../functions/mandates/rules/mandates.ts";
import { conform } from "../../functions/pipeline/conform/conform.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { measure } from "../../functions/pipeline/measure/measure.ts";
import type { Places, Progress } from "../../functions/pipeline/ports.ts";
import { makeEditions, type PublicAsked } from "../../functions/pipeline/release/make-editions.ts";
import { publish } from "../../functions/pipeline/release/publish.ts";
import { receive } from "../../functions/pipeline/intake/receive.ts";
import { memoryStore, type MemoryStore } from "./stores/memory-store.ts";
import { memoryTable, type MemoryTable } from "./stores/memory-table.ts";

export const CAST = districtId("cast");
export const CAST_DAY = day("2022-03-15");
/** The day on which tests hand in their files. */
export const RECEIVED_ON = day("2022-06-01");
export const CAST_EXPORTS = fileURLToPath(new URL("../../fixtures/cast/exports", import.meta.url));
export const EFFECTIVE_PRACTICE = mandateById("effective-practice");

export const quiet: Progress = {
  step: () => undefined,
  advance: () => undefined,
  done: () => undefined,
};

export interface MemoryPlaces extends Places {
  readonly records: MemoryStore;
  readonly public: MemoryStore;
  readonly table: MemoryTable;
}

/** Places in memory, with nothing in them but the secret that tests know. */
export async function freshPlaces(): Promise<MemoryPlaces> {
  const records = memoryStore();
  await putKnownSecret(records);
  return { records, public: memoryStore(), table: memoryTable() };
}

/** As `freshPlaces`, with the objects in folders as one machine has them. */
export async function placesIn(folder: string): Promise<Places> {
  const records = folderStore(`${folder}/records`);
  await putKnownSecret(records);
  return { records, public: folderStore(`${folder}/public`), table: memoryTable() };
}

/** A secret that tests know, so that boundaries are shifted by the same amounts each time. */
export async function putKnownSecret(records: Places["records"]): Promise<void> {
  for (const district of [CAST, "grand-bend"]) {
    await records.putIfAbsent(recordsKeys.secret(district, "2021-22"), new Uint8Array(32));
  }
}

export const ingestPath = async (
  places: Places,
  path: string,
  district = CAST,
  acceptRemovals = false,
) => {
  const received = await receive(district, incomingFiles(path), places, RECEIVED_ON, quiet);
  const conformed = await conform(district, { name: null, acceptRemovals }, places, quiet);
  return { received, conformed };
};

/** The editions of a day: that of staff, and the public release where one came out. */
export interface PublishedDay {
  readonly edition: string;
  readonly isNew: boolean;
  readonly replaces: string | null;
  readonly isCurrent: boolean;
  readonly release: string | null;
}

/** The steps after conform, with a fixed instant so that equal runs give equal bytes. */
export async function publishDay(
  places: Places,
  asOf: string,
  district = CAST,
  asked: PublicAsked | "staff-only" = { isAsked: false, isNewSecret: false },
  mandate = EFFECTIVE_PRACTICE,
): Promise<PublishedDay> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new Error("nothing is conformed");
  const measuring = { asOf: day(asOf), mandate };
  for (const school of manifest.schools) await measure(places.records, manifest, school, measuring);
  const made = await makeEditions(places, manifest, measuring, asked);
  if (made.release !== null) {
    await publish(places, district, made.release, "2022-06-01T06:00:00.000Z");
  }
  return made;
}

/** Every object of a store under a prefix, as text by key. */
export async function everything(
  store: Places["records"],
  prefix = "",
): Promise<{ readonly [key: string]: string }> {
  const all: { [key: string]: string } = {};
  for (const key of await store.list(prefix)) {
    all[key] = Buffer.from((await store.get(key)) ?? []).toString("latin1");
  }
  return all;
}
