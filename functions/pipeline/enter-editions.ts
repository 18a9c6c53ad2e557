import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import { textDecoder } from "../sources/encoding.ts";
import { HEAD_BYTES, recognise } from "../sources/recognise.ts";
import { readJson } from "./conformed-manifest.ts";
import { districtKinds, type DistrictKinds } from "./district-kinds.ts";
import {
  dropEditions,
  editionKey,
  editions,
  putEdition,
  putProfile,
  withFile,
  type Edition,
  type ReceivedFile,
} from "./ledger.ts";
import { modeOf, packageMismatches, packageModes, type PackageModes } from "./package-modes.ts";
import type { ObjectStore, Places } from "./ports.ts";
import { unreadable, type ReceivedAs } from "./receive.ts";
import { seriesOf } from "./series.ts";

/** The kind of a file that no profile knows. It is kept as sent all the same. */
export const UNKNOWN_KIND = "unknown";

const PROFILE_NAME = /(^|\.)ilp\.profile\.json$/i;
const MANIFEST_NAME = /^manifest\.csv$/i;

/**
 * Enters stored files in the ledger: a district's own profiles first, by which the others are
 * recognised. Of two editions of one series the later is in force.
 */
export async function enterEditions(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  received: readonly ReceivedFile[],
): Promise<ReadonlyMap<ReceivedFile, ReceivedAs>> {
  const entered = new Map<ReceivedFile, ReceivedAs>();
  for (const file of received.filter(({ name }) => PROFILE_NAME.test(name))) {
    entered.set(file, await enterProfile(file));
  }
  const kinds = await districtKinds({ records, table }, district);
  const known = new Map((await editions(table, district)).map((one) => [editionKey(one), one]));
  const modes = await modesByPackage(records, district, received);
  const newest = new Map<string, Edition>();
  const keys = new Map<ReceivedFile, string>();
  for (const file of received) {
    if (entered.has(file)) continue;
    const edition = await recognised(records, district, file, kinds, modes);
    const key = editionKey(edition);
    const before = newest.get(key) ?? known.get(key);
    const isKnown = known.get(key)?.newest.sha256 === file.sha256;
    keys.set(file, key);
    if (isKnown) newest.set(key, known.get(key) ?? edition);
    else if (before === undefined) newest.set(key, edition);
    else {
      const now = withFile(before, file);
      // The newest says how its series is taken.
      newest.set(key, now.newest === file ? { ...now, mode: edition.mode } : now);
    }
    const note = MANIFEST_NAME.test(file.name) ? await mismatchesOf(file) : "";
    entered.set(file, {
      file: file.name,
      outcome: isKnown ? "known" : "received",
      sha256: file.sha256,
      ...(note !== "" && { note }),
    });
  }
  for (const [key, edition] of newest) {
    if (known.get(key) !== edition) await putEdition(table, district, edition);
  }
  await dropEditions(table, district, mended(known.values(), newest.values()));
  const inForce = new Set(
    [...known, ...newest].map(([key, edition]) => `${key} ${edition.newest.sha256}`),
  );
  for (const [file, key] of keys) {
    const isNow = (newest.get(key) ?? known.get(key))?.newest.sha256 === file.sha256;
    if (!isNow || !inForce.has(`${key} ${file.sha256}`)) {
      entered.set(file, { file: file.name, outcome: "superseded", sha256: file.sha256 });
    }
  }
  return entered;

  async function mismatchesOf(manifest: ReceivedFile): Promise<string> {
    const beside = received.filter((file) => file.package === manifest.package);
    const names = beside.map(({ name }) => name);
    return packageMismatches(await headOf(records, district, manifest), names).join("; ");
  }

  async function enterProfile(file: ReceivedFile): Promise<ReceivedAs> {
    const key = recordsKeys.raw(district, file.sha256);
    // Few districts have a profile of their own, and the validator takes long to load.
    const { isFaulty, validateProfile } = await import("../sources/validate-profile.ts");
    const checked = validateProfile(await readJson<unknown>(records, key).catch(() => null));
    if (isFaulty(checked)) {
      const faults = checked.map(({ path, message }) => `${path} ${message}`).join("; ");
      return unreadable(file.name, `not a valid profile: ${faults}`);
    }
    await putProfile(table, district, file);
    return { file: file.name, outcome: "profile", sha256: file.sha256 };
  }
}

/**
 * Recognises all editions anew by the profiles now known: after a profile has changed, a file that
 * nobody could make out may be one of its kinds. Nothing is sent again.
 */
export async function recogniseAgain(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  kinds: DistrictKinds,
): Promise<void> {
  const known = await editions(table, district);
  const modes = await modesByPackage(
    records,
    district,
    known.map(({ newest }) => newest),
  );
  for (const edition of known) {
    const now = await recognised(records, district, edition.newest, kinds, modes);
    if (editionKey(now) === editionKey(edition) && now.mode === edition.mode) continue;
    await putEdition(table, district, { ...now, good: edition.good, older: edition.older });
    await dropEditions(table, district, [edition]);
  }
}

async function recognised(
  records: ObjectStore,
  district: DistrictId,
  file: ReceivedFile,
  { kinds }: DistrictKinds,
  modes: ReadonlyMap<string, PackageModes>,
): Promise<Edition> {
  const start = recognise(file.name, await headOf(records, district, file), kinds);
  const mode = modeOf(file.name, start, modes.get(file.package) ?? new Map());
  return {
    kind: start.kind?.kind ?? UNKNOWN_KIND,
    series: seriesOf(mode, file.name, file.sha256),
    mode,
    newest: file,
    good: null,
    older: [],
  };
}

/** A file that nobody could make out and that came again under its name has been mended. */
function mended(known: Iterable<Edition>, newest: Iterable<Edition>): readonly Edition[] {
  const named = new Set(
    [...newest].filter(({ kind }) => kind !== UNKNOWN_KIND).map(({ series }) => series),
  );
  return [...known].filter(({ kind, series }) => kind === UNKNOWN_KIND && named.has(series));
}

async function modesByPackage(
  records: ObjectStore,
  district: DistrictId,
  files: readonly ReceivedFile[],
): Promise<ReadonlyMap<string, PackageModes>> {
  const manifests = files.filter(({ name }) => MANIFEST_NAME.test(name));
  const modes = new Map<string, PackageModes>();
  for (const manifest of manifests) {
    modes.set(manifest.package, packageModes(await headOf(records, district, manifest)));
  }
  return modes;
}

/** The first of a stored file's text. */
async function headOf(
  records: ObjectStore,
  district: DistrictId,
  { sha256, encoding }: ReceivedFile,
): Promise<string> {
  const decoder = textDecoder(encoding);
  let text = "";
  let bytes = 0;
  for await (const chunk of records.stream(recordsKeys.raw(district, sha256))) {
    text += decoder.push(chunk.subarray(0, HEAD_BYTES - bytes));
    bytes += chunk.length;
    if (bytes >= HEAD_BYTES) break;
  }
  return text;
}
