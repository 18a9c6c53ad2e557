import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import { textDecoder } from "../sources/encoding.ts";
import { profileWarnings } from "../sources/profile-warnings.ts";
import { HEAD_BYTES, recognise } from "../sources/recognise.ts";
import { readJson } from "./conformed-manifest.ts";
import { districtKinds, type DistrictKinds } from "./district-kinds.ts";
import {
  dropFeeds,
  feedKey,
  feeds,
  isLater,
  putFeed,
  putProfile,
  withFile,
  type Feed,
  type FileVersion,
} from "./ledger.ts";
import {
  modeOf,
  packageMismatches,
  packageModes,
  type PackageModes,
  statedModeOf,
} from "./package-modes.ts";
import type { ObjectStore, Places } from "./ports.ts";
import { unreadable, type ReceivedAs } from "./receive.ts";
import { PACKAGE_MARK, seriesOf } from "./series.ts";

/** The kind of a file that no profile knows. It is kept as sent all the same. */
export const UNKNOWN_KIND = "unknown";

/** How a district names a profile of its own. */
export const PROFILE_NAME = /(^|\.)ilp\.profile\.json$/i;
const MANIFEST_NAME = /^manifest\.csv$/i;

/**
 * Enters stored files in the ledger: a district's own profiles first, by which the others are
 * recognised. Of two feeds of one series the later is in force.
 */
export async function enterFeeds(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  received: readonly FileVersion[],
): Promise<ReadonlyMap<FileVersion, ReceivedAs>> {
  const entered = new Map<FileVersion, ReceivedAs>();
  for (const file of received.filter(({ name }) => PROFILE_NAME.test(name))) {
    entered.set(file, await enterProfile(file));
  }
  const kinds = await districtKinds({ records, table }, district);
  const known = new Map((await feeds(table, district)).map((one) => [feedKey(one), one]));
  const modes = await modesByPackage(records, district, received);
  const others = received.filter((file) => !entered.has(file));
  const now = new Map(known);
  const keys = new Map<FileVersion, string>();
  for (const sent of others) {
    const statedMode = statedModeOf(sent.name, modes.get(sent.package));
    const file = { ...sent, statedMode };
    const isShared = others.some((other) => other !== sent && sameName(other, sent));
    const feed = await recognised(records, district, file, kinds, isShared);
    const key = feedKey(feed);
    keys.set(sent, key);
    const before = now.get(key);
    if (before === undefined) now.set(key, feed);
    else if (before.newest.sha256 !== file.sha256) {
      const after = withFile(before, file);
      // The newest says how its series is taken.
      now.set(key, after.newest === file ? { ...after, mode: feed.mode } : after);
    } else if (isUndone(before, file, now.values())) {
      now.set(key, { ...before, newest: file, good: before.good === null ? null : file });
    }
  }
  for (const [key, feed] of now) {
    if (known.get(key) !== feed) await putFeed(table, district, feed);
  }
  const newest = [...new Set(keys.values())].flatMap((key) => now.get(key) ?? []);
  await dropFeeds(table, district, mended(known.values(), newest));
  for (const [file, key] of keys) {
    const isNewest = now.get(key)?.newest.sha256 === file.sha256;
    const isKnown = known.get(key)?.newest.sha256 === file.sha256;
    const outcome = isNewest ? (isKnown ? "known" : "received") : "superseded";
    const isBeside = (other: FileVersion): boolean =>
      keys.get(other) === key && sameName(other, file) && other.on === file.on;
    const isOneOfSeveral = outcome === "superseded" && others.filter(isBeside).length > 1;
    const note = MANIFEST_NAME.test(file.name)
      ? await mismatchesOf(file)
      : isOneOfSeveral
        ? ONE_OF_SEVERAL
        : "";
    const { name, sha256 } = file;
    entered.set(file, { file: name, outcome, sha256, ...(note !== "" && { note }) });
  }
  return entered;

  async function mismatchesOf(manifest: FileVersion): Promise<string> {
    const beside = received.filter((file) => file.package === manifest.package);
    const names = beside.map(({ name }) => name);
    return packageMismatches(await headOf(records, district, manifest), names).join("; ");
  }

  async function enterProfile(file: FileVersion): Promise<ReceivedAs> {
    const key = recordsKeys.raw(district, file.sha256);
    // Few districts have a profile of their own, and the validator takes long to load.
    const { isFaulty, validateProfile } = await import("../sources/validate-profile.ts");
    const checked = validateProfile(await readJson<unknown>(records, key).catch(() => null));
    if (isFaulty(checked)) {
      const faults = checked.map(({ path, message }) => `${path} ${message}`).join("; ");
      return unreadable(file.name, `not a valid profile: ${faults}`);
    }
    await putProfile(table, district, file);
    const note = profileWarnings(checked)
      .map(({ path, message }) => `${path} ${message}.`)
      .join(" ");
    const { name, sha256 } = file;
    return { file: name, outcome: "profile", sha256, ...(note !== "" && { note }) };
  }
}

const ONE_OF_SEVERAL =
  "Another file of its name came with it and takes its place: where each holds one school, give each a name of its own.";

const sameName = (a: FileVersion, b: FileVersion): boolean =>
  a.name.toLowerCase() === b.name.toLowerCase();

/** Whether a whole file says once more what a later change has changed: then it holds again from now on. */
const isUndone = (whole: Feed, file: FileVersion, all: Iterable<Feed>): boolean =>
  whole.mode === "bulk" &&
  [...all].some(
    ({ mode, kind, newest }) =>
      mode === "delta" &&
      kind === whole.kind &&
      isLater(newest, whole.newest) &&
      isLater(file, newest),
  );

/**
 * Recognises all feeds anew by the profiles now known: after a profile has changed, a file that
 * nobody could make out may be one of its kinds. Nothing is sent again, and nothing that is in force
 * gives way but to a later version of its own series.
 */
export async function recogniseAgain(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  kinds: DistrictKinds,
): Promise<void> {
  const known = await feeds(table, district);
  const now = new Map(known.map((feed) => [feedKey(feed), feed]));
  for (const feed of known) {
    const isShared = feed.series.includes(PACKAGE_MARK);
    const anew = await recognised(records, district, feed.newest, kinds, isShared);
    const key = feedKey(anew);
    if (key === feedKey(feed)) continue;
    const there = now.get(key);
    const moved = { ...anew, good: feed.good, older: feed.older };
    const joined = there === undefined ? moved : withFile(there, feed.newest);
    now.set(key, joined);
    await putFeed(table, district, joined);
    await dropFeeds(table, district, [feed]);
  }
}

/**
 * @param isShared whether another file of its ingest has its name: where such files add up, each
 *   is told apart by the package it came in
 */
async function recognised(
  records: ObjectStore,
  district: DistrictId,
  file: FileVersion,
  { kinds }: DistrictKinds,
  isShared: boolean,
): Promise<Feed> {
  const start = recognise(file.name, await headOf(records, district, file), kinds);
  const mode = modeOf(start, file.statedMode);
  return {
    kind: start.kind?.kind ?? UNKNOWN_KIND,
    series: seriesOf(mode, file, isShared),
    mode,
    newest: file,
    good: null,
    older: [],
  };
}

/** A file that nobody could make out and that came again under its name has been mended. */
function mended(known: Iterable<Feed>, newest: readonly Feed[]): readonly Feed[] {
  const recognisedNow = newest.filter(({ kind }) => kind !== UNKNOWN_KIND);
  return [...known].filter(
    ({ kind, newest: file }) =>
      kind === UNKNOWN_KIND && recognisedNow.some((one) => sameName(one.newest, file)),
  );
}

async function modesByPackage(
  records: ObjectStore,
  district: DistrictId,
  files: readonly FileVersion[],
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
  { sha256, encoding }: FileVersion,
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
