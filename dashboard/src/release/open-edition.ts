import type {
  Districts,
  Latest,
  ReleaseManifest,
} from "../../../functions/releases/manifest/manifest.ts";
import { fromAddress } from "./address.js";
import type { AboutEdition, Edition, Opened } from "./edition.ts";
import { readJson, Refused } from "./read-json.js";
import type { PageTable } from "./rows-by-table.ts";

/**
 * The version of the form of first screens that the pages read. Another version is of an earlier
 * release.
 */
const SCREEN_FORM: AboutEdition["screenForm"] = 2;

/**
 * Finds the edition that the address asks for and reads its first screen.
 * @param file the first screen of the page, within the edition
 */
export async function openEdition<Screen extends AboutEdition>(
  file: string,
): Promise<Opened<Screen>> {
  try {
    return await open<Screen>(file);
  } catch (error) {
    if (error instanceof Refused) return { state: "refused", words: error.message };
    return { state: "failed", what: error instanceof Error ? error.message : String(error) };
  }
}

async function open<Screen extends AboutEdition>(file: string): Promise<Opened<Screen>> {
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
  const screen = await readJson<Screen>(new URL(file, folder), "may be missing");
  if (screen === null) return without(file, latest, chosen.asOf, folder);
  if (screen.screenForm !== SCREEN_FORM)
    return { state: "older-release", latest, asOf: chosen.asOf };
  return { state: "ready", edition: { districts, latest, folder, screen, ...readers(folder) } };
}

/** No first screen: the edition has no such school, or is older than the pages. */
async function without<Screen extends AboutEdition>(
  file: string,
  latest: Latest,
  asOf: string,
  folder: URL,
): Promise<Opened<Screen>> {
  const school = fromAddress("school");
  if (file !== "overview.json" && school !== null) {
    const overview = await readJson(new URL("overview.json", folder), "may be missing");
    if (overview !== null) return { state: "unknown-school", school, latest };
  }
  return { state: "older-release", latest, asOf };
}

/**
 * Each file is read once, however often it is asked for. The reader of tables is loaded with the
 * first table.
 */
function readers(folder: URL): Pick<Edition, "manifest" | "rows"> {
  let manifest: Promise<ReleaseManifest> | undefined;
  const tables = new Map<PageTable, Promise<unknown>>();
  const readManifest = () =>
    (manifest ??= readJson<ReleaseManifest>(new URL("manifest.json", folder)));
  const read = async (name: PageTable): Promise<unknown> => {
    const [{ tables: listed }, { readTable }] = await Promise.all([
      readManifest(),
      import("./read-table.js"),
    ]);
    const file = listed.find((table) => table.name === name)?.arrow;
    return file === undefined ? [] : readTable(new URL(file, folder));
  };
  const rows = (name: PageTable) => {
    const known = tables.get(name) ?? read(name);
    tables.set(name, known);
    return known;
  };
  return { manifest: readManifest, rows: rows as Edition["rows"] };
}
