import { DISTRICT, ofSchool, permit } from "../../access/permit.ts";
import { namesSeen } from "../../access/seen-schools.ts";
import { BYTE_ORDER_MARK } from "../../reports/spreadsheet-csv.ts";
import { publicKeys, PUBLIC_PATH, recordsKeys } from "../../layout.ts";
import type {
  Districts,
  EditionShown,
  Latest,
  ReleaseManifest,
} from "../../releases/manifest/manifest.ts";
import { tableContentType } from "../../releases/files/content-type.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import { isTableFormat, tableBytes } from "../../releases/files/render-release.ts";
import { writtenDefinition } from "../../releases/files/written-definition.ts";
import type { ObjectStore } from "../ports.ts";
import { OVERVIEW_FILE } from "../../releases/overview/first-screens.ts";
import { readJson } from "../stored-json.ts";
import { staffManifest } from "../release/staff-editions.ts";
import type { ConsoleAnswer } from "../../console/answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { file, json, words } from "../../console/plain-answers.ts";
import { bytesOf, scopedEdition } from "./scoped-edition.ts";

/**
 * Answers what the pages of figures ask under `/data/`: in the shapes of the public bucket, so that one
 * page draws both. A reader who sees a place exactly reads the staff editions, scoped; one who may do
 * anything else here reads the public releases; a name without a role reads nothing.
 */
export async function editionAnswer(of: ConsoleCase, path: string): Promise<ConsoleAnswer> {
  const { reader, exact, who, manifest } = of;
  if (reader.kind !== "system" && (reader.kind === "unknown" || reader.roles.length === 0)) {
    const refused = { isAllowed: false, because: exact.because, role: null };
    const what = path.slice(path.lastIndexOf("/") + 1);
    await noteLook(of, { kind: "see-figures", what, permit: refused, schools: null });
    return words(403, exact.because);
  }
  const rest = path.slice(PUBLIC_PATH.length);
  const name = manifest?.districtName ?? who.district;
  if (rest === publicKeys.districts) {
    return json({ districts: [{ id: who.district, name }] } satisfies Districts);
  }
  const [district, folder = "", edition = "", ...more] = rest.split("/");
  if (district !== who.district) return words(404, NOT_HERE);
  if (folder === "latest.json" && edition === "") return latestAnswer(of, name);
  const asked = more.join("/");
  if (!isFileOfEdition(asked)) return words(404, NOT_HERE);
  if (folder === "releases") return releasedFile(of, edition, asked);
  const isListed = of.latest?.editions.some((entry) => entry.edition === edition) ?? false;
  if (folder !== "editions" || !isListed) return words(404, NOT_HERE);
  return editionFile(of, edition, asked);
}

/**
 * Whether a file belongs to an edition: a table, a description of the edition or a first screen.
 * The report of a school is named by the school's id, encoded.
 */
const isFileOfEdition = (asked: string): boolean =>
  /^(?:[a-z-]+\.(?:arrow|csv|parquet)|manifest\.json|datapackage\.json|overview\.json|school-reports\/[\w.!~*'()%-]+\.json)$/.test(
    asked,
  );

const NOT_HERE = "there is nothing at this address";

/** Which edition or release a page should open, and which earlier ones there are. */
async function latestAnswer(of: ConsoleCase, name: string): Promise<ConsoleAnswer> {
  const { latest, exact, who, places } = of;
  if (exact.schools.length === 0 && !exact.isWholeDistrict) {
    const released = await places.public.get(publicKeys.latest(who.district));
    return released === null
      ? words(404, `no public release of ${name} is out yet`)
      : file("application/json; charset=utf-8", released);
  }
  if (latest === null) return words(404, `no edition of ${name} is written yet`);
  const listed = latest.editions.map(({ edition, asOf }) => ({
    release: edition,
    asOf,
    path: `editions/${edition}/`,
  }));
  return json({
    district: { id: who.district, name },
    release: latest.edition,
    asOf: latest.asOf,
    path: `editions/${latest.edition}/`,
    publishedAt: `${latest.asOf}T00:00:00.000Z`,
    // The console says in its notices how old an edition is.
    staleAfterDays: null,
    nextDueOn: null,
    calendar: "by-hand",
    releases: listed,
  } satisfies Latest);
}

/** A file of a public release, as everybody reads it. */
async function releasedFile(
  { places, who }: ConsoleCase,
  release: string,
  asked: string,
): Promise<ConsoleAnswer> {
  if (!/^[\w-]+$/.test(release)) return words(404, NOT_HERE);
  const bytes = await places.public.get(publicKeys.release(who.district, release) + asked);
  return bytes === null ? words(404, NOT_HERE) : file(typeOf(asked, bytes), bytes);
}

async function editionFile(
  of: ConsoleCase,
  edition: string,
  asked: string,
): Promise<ConsoleAnswer> {
  const { exact, reader, schools } = of;
  if (exact.schools.length === 0 && !exact.isWholeDistrict) {
    const refused = permit(reader, "see-figures", DISTRICT, schools);
    await noteLook(of, { kind: "see-figures", what: asked, permit: refused, schools: null });
    return words(403, refused.because);
  }
  const body = exact.isWholeDistrict
    ? await wholeFile(of, edition, asked)
    : await scopedFile(of, edition, asked);
  if (body === null) return words(404, NOT_HERE);
  await noteLook(of, {
    kind: "see-figures",
    what: asked,
    permit: {
      ...permit(
        reader,
        "see-figures",
        exact.isWholeDistrict ? DISTRICT : ofSchool(exact.schools[0] ?? ""),
        schools,
      ),
      because: exact.because,
    },
    schools: exact.isWholeDistrict ? null : exact.schools,
  });
  return asked.endsWith(".csv")
    ? file(typeOf(asked, body), forSpreadsheet(body), asked)
    : file(typeOf(asked, body), body);
}

/**
 * A CSV for staff, as a spreadsheet opens it. The stored and the public CSV are read by programs
 * and have no byte order mark.
 */
const forSpreadsheet = (csv: string | Uint8Array): string =>
  BYTE_ORDER_MARK + (typeof csv === "string" ? csv : new TextDecoder().decode(csv));

/** A file of the edition as it is, except the file of students. */
async function wholeFile(
  { places, who, exact, reader }: ConsoleCase,
  edition: string,
  asked: string,
): Promise<string | Uint8Array | null> {
  const manifest = await staffManifest(places.records, who.district, edition);
  const scope: EditionShown = {
    exactSchools: null,
    exactNames: [],
    because: exact.because,
    names: namesSeen(reader),
    publicRelease: null,
    publicAsOf: null,
  };
  if (asked === "manifest.json") {
    return JSON.stringify({ ...manifest, scope } satisfies ReleaseManifest);
  }
  const folder = recordsKeys.staffEdition(who.district, edition);
  if (isFirstScreen(asked)) {
    const screen = await readJson<object>(places.records, folder + asked);
    return screen === null ? null : JSON.stringify({ ...screen, scope });
  }
  const isListed =
    asked === "datapackage.json" ||
    manifest.tables.some(({ arrow, csv, parquet }) => [arrow, csv, parquet].includes(asked));
  return isListed ? storedOrMade(places.records, folder, asked) : null;
}

/**
 * A stored file. CSV and Parquet, which editions no longer store, are made from the rows and columns
 * of the Arrow file, also where another version of the product wrote it.
 */
async function storedOrMade(
  records: ObjectStore,
  folder: string,
  asked: string,
): Promise<Uint8Array | null> {
  const stored = await records.get(folder + asked);
  const [name = "", format = ""] = asked.split(".");
  if (stored !== null || !isTableFormat(format)) return stored;
  const arrow = await records.get(`${folder}${name}.arrow`);
  if (arrow === null) return null;
  const written = writtenDefinition(arrow);
  return tableBytes(written, fromArrow(written, arrow), format);
}

const isFirstScreen = (asked: string): boolean =>
  asked === OVERVIEW_FILE || asked.startsWith("school-reports/");

async function scopedFile(
  of: ConsoleCase,
  edition: string,
  asked: string,
): Promise<string | Uint8Array | null> {
  const scoped = await scopedEdition(of, edition);
  if (asked === "datapackage.json") return JSON.stringify(await scoped.dataPackage());
  if (asked === "manifest.json") return JSON.stringify(await scoped.manifest());
  if (isFirstScreen(asked)) {
    const screen = (await scoped.firstScreens()).find(({ path }) => path === asked);
    return screen === undefined ? null : JSON.stringify(screen.value);
  }
  const [name = "", type = ""] = asked.split(".");
  const table = await scoped.table(name);
  if (table === null) return null;
  return isTableFormat(type) ? bytesOf(table, type) : null;
}

const typeOf = (asked: string, body: string | Uint8Array): string =>
  tableContentType(asked, typeof body === "string" ? new Uint8Array() : body) ??
  "application/json; charset=utf-8";
