import type { DistrictId } from "../../domain/ids.ts";
import { statedEncoding } from "../../sources/read/file-head.ts";
import { recognize } from "../../sources/read/recognize.ts";
import { twoEncodings } from "../../sources/csv/two-encodings.ts";
import { districtKinds, type DistrictKinds } from "./district-kinds.ts";
import { enterProfile } from "./register-profile.ts";
import {
  dropFeeds,
  feedKey,
  feeds,
  isLater,
  putFeed,
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
} from "../../sources/read/package-modes.ts";
import type { ObjectStore, Places } from "../ports.ts";
import type { ReceivedAs } from "./received-as.ts";
import { PACKAGE_MARK, seriesOf } from "./feed-name.ts";
import { headBytes, headOf } from "./stored-head.ts";

/** The kind of a file that no profile knows. It is kept as sent all the same. */
export const UNKNOWN_KIND = "unknown";

/** How a district names a profile of its own. */
export const PROFILE_NAME = /(^|\.)ilp\.profile\.json$/i;
/** How a package names the file that says how its other files are to be taken. */
export const MANIFEST_NAME = /^manifest\.csv$/i;

/**
 * Enters stored files in the ledger: a district's own profiles first, by which the others are
 * recognized. Of two files of one series the later is in force.
 * @param windows1252Lines by SHA-256, how many lines of a file in UTF-8 are not
 */
export async function enterFeeds(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  received: readonly FileVersion[],
  windows1252Lines: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<FileVersion, ReceivedAs>> {
  const entered = new Map<FileVersion, ReceivedAs>();
  for (const file of received.filter(({ name }) => PROFILE_NAME.test(name))) {
    entered.set(file, await enterProfile({ records, table }, district, file));
  }
  const kinds = await districtKinds({ records, table }, district);
  const known = new Map((await feeds(table, district)).map((one) => [feedKey(one), one]));
  const modes = await modesByPackage(records, district, received);
  const others = received.filter((file) => !entered.has(file));
  const now = new Map(known);
  const told: Told[] = [];
  for (const sent of others) told.push(await recognizedAs(sent));
  const last = new Map<string, FileVersion>();
  for (const { key, file } of told) {
    const before = last.get(key);
    if (before === undefined || isLater(file, before)) last.set(key, file);
  }
  for (const { key, file, feed } of told) {
    const before = now.get(key);
    if (before === undefined) now.set(key, feed);
    else if (before.newest.sha256 !== file.sha256) {
      if (isInForce(known.get(key), last.get(key))) continue;
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
  const newest = [...last.keys()].flatMap((key) => now.get(key) ?? []);
  await dropFeeds(table, district, mended(known.values(), newest));
  const seen = new Set<string>();
  for (const { sent, key, file, feed } of told) {
    const inForce = now.get(key)?.newest.sha256;
    const isKnown = known.get(key)?.newest.sha256 === file.sha256;
    const isTwice = seen.has(`${key} ${file.sha256}`);
    seen.add(`${key} ${file.sha256}`);
    const outcome =
      inForce !== file.sha256 ? "superseded" : isKnown || isTwice ? "known" : "received";
    const other = last.get(key) ?? file;
    const isOneOfSeveral =
      outcome === "superseded" && other.sha256 === inForce && sameName(other, file);
    const notes = [
      MANIFEST_NAME.test(file.name) ? await mismatchesOf(file) : "",
      isTwice ? READ_ONCE : "",
      await encodingNote(file, feed),
    ];
    const note = notes.filter((text) => text !== "").join(" ");
    const { name, sha256 } = file;
    const wasGood = outcome === "superseded" && known.get(key)?.good?.sha256 === sha256;
    entered.set(sent, {
      ...{ file: name, outcome, sha256 },
      ...(wasGood && { wasGood }),
      ...(isOneOfSeveral && {
        supersededBy: { sha256: other.sha256, note: oneOfSeveral(other) },
      }),
      ...(note !== "" && { note }),
    });
  }
  return entered;

  async function recognizedAs(sent: FileVersion): Promise<Told> {
    const statedMode = statedModeOf(sent.name, modes.get(sent.package));
    const file = { ...sent, statedMode };
    const isShared = others.some((other) => sameName(other, sent) && other.sha256 !== sent.sha256);
    const feed = await recognized(records, district, file, kinds, isShared, known);
    return { sent, file, feed, key: feedKey(feed) };
  }

  /** Of a file that is read, and not throughout by an encoding that its profile states. */
  async function encodingNote({ sha256, encoding }: FileVersion, { kind }: Feed): Promise<string> {
    const lines = windows1252Lines.get(sha256) ?? 0;
    const read = kinds.kinds.find((one) => one.kind === kind);
    if (lines === 0 || read === undefined || read.profile.reads.length === 0) return "";
    const head = await headBytes(records, district, sha256);
    const decoded = statedEncoding(encoding, read.rules.encoding, head);
    return decoded === "utf-8" ? twoEncodings(lines) : "";
  }

  async function mismatchesOf(manifest: FileVersion): Promise<string> {
    const beside = received.filter((file) => file.package === manifest.package);
    const names = beside.map(({ name }) => name);
    return packageMismatches(await headOf(records, district, manifest), names).join("; ");
  }
}

/** A file of an ingest as it is entered. */
interface Told {
  readonly sent: FileVersion;
  /** The same, with how its package says that it is to be taken. */
  readonly file: FileVersion;
  /** The feed that it would begin. */
  readonly feed: Feed;
  readonly key: string;
}

const oneOfSeveral = ({ package: from }: FileVersion): string =>
  `Another file of its name came with it${from === "" ? "" : ` in ${from}`} and takes its place: where each holds one school, give each a name of its own.`;

const READ_ONCE = "It is the same, byte for byte, as another file of this ingest: it is read once.";

/**
 * Whether what an ingest says last is in force already: then what it says before changes nothing, and
 * an ingest of the same files as the night before is no news.
 */
const isInForce = (known: Feed | undefined, last: FileVersion | undefined): boolean =>
  known !== undefined &&
  known.good?.sha256 === known.newest.sha256 &&
  known.newest.sha256 === last?.sha256;

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
 * Recognizes all feeds anew by the profiles now known: after a profile has changed, a file that
 * nobody could make out may be one of its kinds. Nothing is sent again, and nothing in use is
 * replaced except by a later version of its own series.
 */
export async function recognizeAgain(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  kinds: DistrictKinds,
): Promise<void> {
  const known = await feeds(table, district);
  const now = new Map(known.map((feed) => [feedKey(feed), feed]));
  for (const feed of known) {
    const isShared = feed.series.includes(PACKAGE_MARK);
    const anew = await recognized(records, district, feed.newest, kinds, isShared, new Map());
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
 *   is told apart by the package it came in, and stays so
 * @param known a file that adds up goes on with the feed that its package began
 */
async function recognized(
  records: ObjectStore,
  district: DistrictId,
  file: FileVersion,
  { kinds }: DistrictKinds,
  isShared: boolean,
  known: ReadonlyMap<string, Feed>,
): Promise<Feed> {
  const start = recognize(file.name, await headOf(records, district, file), kinds);
  const mode = modeOf(start, file.statedMode);
  const kind = start.kind?.kind ?? UNKNOWN_KIND;
  const [alone, apart] = [seriesOf(mode, file, false), seriesOf(mode, file, true)];
  const knownAlone = known.get(feedKey({ kind, series: alone }));
  const isApart =
    known.has(feedKey({ kind, series: apart })) ||
    (isShared && knownAlone?.newest.package !== file.package);
  return { kind, series: isApart ? apart : alone, mode, newest: file, good: null, older: [] };
}

/** A file that was not recognized and was sent again under the same name has been fixed. */
function mended(known: Iterable<Feed>, newest: readonly Feed[]): readonly Feed[] {
  const recognizedNow = newest.filter(({ kind }) => kind !== UNKNOWN_KIND);
  return [...known].filter(
    ({ kind, newest: file }) =>
      kind === UNKNOWN_KIND && recognizedNow.some((one) => sameName(one.newest, file)),
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
