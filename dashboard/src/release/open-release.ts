import type {
  Districts,
  Latest,
  ReleaseManifest,
} from "../../../functions/releases/manifest/manifest.ts";
import { fromAddress } from "./address.js";
import type { DataPackage } from "./data-package.ts";
import { readTable } from "./read-table.js";
import type { PageTable } from "./rows-by-table.ts";
import { tablesWanted, type Opened, type Release, type Wanted } from "./release.js";

/** Finds the release that the address asks for and reads the tables that the page draws. */
export async function openRelease(wanted: Wanted): Promise<Opened> {
  try {
    return await open(wanted);
  } catch (error) {
    if (error instanceof Refused) return { state: "refused", words: error.message };
    return { state: "failed", what: error instanceof Error ? error.message : String(error) };
  }
}

async function open(wanted: Wanted): Promise<Opened> {
  const data = new URL("/data/", location.href);
  const published = await readJson<Districts>(new URL("districts.json", data), "may be missing");
  const districts = published?.districts ?? [];
  const first = districts[0];
  if (first === undefined) return { state: "no-district" };
  const asked = fromAddress("district");
  const district = asked === null ? first : districts.find(({ id }) => id === asked);
  if (district === undefined)
    return { state: "unknown-district", district: asked ?? "", districts };

  const latestAddress = new URL(`${encodeURIComponent(district.id)}/latest.json`, data);
  const latest = await readJson<Latest>(latestAddress);
  const release = fromAddress("release");
  const chosen =
    release === null ? latest : latest.releases.find((each) => each.release === release);
  if (chosen === undefined) return { state: "unknown-release", release: release ?? "", latest };

  const folder = new URL(chosen.path, latestAddress);
  const manifest = await readJson<ReleaseManifest>(new URL("manifest.json", folder));
  const names = tablesWanted(wanted, manifest);
  const files = names.flatMap((name) => fileOf(manifest, name));
  if (files.length < names.length) return { state: "older-release", manifest, latest };
  const [dictionary, ...tables] = await Promise.all([
    wanted.isDictionaryWanted
      ? readJson<DataPackage>(new URL("datapackage.json", folder), "may be missing")
      : null,
    ...files.map((file) => readTable(new URL(file, folder))),
  ]);
  const byName = new Map<PageTable, readonly object[]>(
    names.map((name, index) => [name, tables[index] ?? []]),
  );
  const rows = ((name: PageTable) => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`page did not ask for the table ${name}`);
    return found;
  }) as Release["rows"];
  return { state: "ready", release: { districts, latest, manifest, folder, dictionary, rows } };
}

/** Nobody is signed in, or the reader may not see it. */
const REFUSALS: readonly number[] = [401, 403];

class Refused extends Error {}

function fileOf(manifest: ReleaseManifest, name: PageTable): readonly string[] {
  return manifest.tables.filter((table) => table.name === name).map(({ arrow }) => arrow);
}

async function readJson<T>(address: URL): Promise<T>;
async function readJson<T>(address: URL, absence: "may be missing"): Promise<T | null>;
async function readJson<T>(address: URL, absence?: "may be missing"): Promise<T | null> {
  const response = await fetch(address);
  if (absence && response.status === 404) return null;
  if (REFUSALS.includes(response.status)) throw new Refused(await response.text());
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}`);
  return (await response.json()) as T;
}
