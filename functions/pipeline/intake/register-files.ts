import type { DistrictId } from "../../domain/ids.ts";
import { twoEncodings } from "../../sources/csv/two-encodings.ts";
import { statedEncoding } from "../../sources/read/file-head.ts";
import { packageMismatches } from "../../sources/read/package-modes.ts";
import type { Places } from "../ports.ts";
import { districtKinds } from "./district-kinds.ts";
import { feedsAfter, latestByFeed, nowRecognized } from "../../sources/feeds/feeds-after.ts";
import { fileOutcome, repeatedFiles } from "../../sources/feeds/file-outcome.ts";
import { dropFeeds, feeds, putFeed, type Batch } from "./ledger.ts";
import { feedKey, type FileVersion } from "../../sources/feeds/feed.ts";
import type { ReceivedAs } from "../../sources/feeds/received-as.ts";
import { MANIFEST_NAME, type RecognizedFile } from "../../sources/feeds/recognized-file.ts";
import { recognizedFiles, type Recognizing } from "./recognize-feed.ts";
import { registerProfile } from "./register-profile.ts";
import { headBytes, headOf } from "./stored-head.ts";

/** How a district names a profile of its own. */
export const PROFILE_NAME = /(^|\.)ilp\.profile\.json$/i;

/**
 * Enters stored files in the ledger: a district's own profiles first, by which the others are
 * recognized. Of two files of one series the later is in use.
 * @param windows1252Lines by SHA-256, how many lines of a file in UTF-8 are not
 * @param batch opened where there is anything to enter
 */
export async function registerFiles(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  received: readonly FileVersion[],
  windows1252Lines: ReadonlyMap<string, number>,
  batch: Batch,
): Promise<ReadonlyMap<FileVersion, ReceivedAs>> {
  const entered = new Map<FileVersion, ReceivedAs>();
  for (const file of received.filter(({ name }) => PROFILE_NAME.test(name))) {
    await batch.open();
    entered.set(file, await registerProfile({ records, table }, district, file));
  }
  const kinds = await districtKinds({ records, table }, district);
  const before = new Map((await feeds(table, district)).map((feed) => [feedKey(feed), feed]));
  const recognizing = { records, district, kinds, before };
  const others = received.filter((file) => !entered.has(file));
  const files = await recognizedFiles(recognizing, received, others);
  const after = feedsAfter(before, files);
  for (const [key, feed] of after) {
    if (before.get(key) === feed) continue;
    await batch.open();
    await putFeed(table, district, feed);
  }
  const latest = latestByFeed(files);
  const newest = [...latest.keys()].flatMap((key) => after.get(key) ?? []);
  const recognizedNow = nowRecognized(before.values(), newest);
  if (recognizedNow.length > 0) {
    await batch.open();
    await dropFeeds(table, district, recognizedNow);
  }
  const repeated = repeatedFiles(files);
  for (const recognized of files) {
    const isRepeated = repeated.has(recognized);
    const notes = [
      await mismatchNote(recognizing, recognized, received),
      isRepeated ? READ_ONCE : "",
      await encodingNote(recognizing, recognized, windows1252Lines),
    ];
    const note = notes.filter((text) => text !== "").join(" ");
    const outcome = fileOutcome(recognized, isRepeated, { before, after, latest });
    entered.set(recognized.sent, { ...outcome, ...(note !== "" && { note }) });
  }
  return entered;
}

const READ_ONCE = "It is the same, byte for byte, as another file of this ingest: it is read once.";

/** Of a manifest, where it and the files that came with it do not agree. */
async function mismatchNote(
  { records, district }: Recognizing,
  { file }: RecognizedFile,
  received: readonly FileVersion[],
): Promise<string> {
  if (!MANIFEST_NAME.test(file.name)) return "";
  const beside = received.filter((other) => other.package === file.package);
  const names = beside.map(({ name }) => name);
  return packageMismatches(await headOf(records, district, file), names).join("; ");
}

/** Of a file that is read, and not throughout by an encoding that its profile states. */
async function encodingNote(
  { records, district, kinds }: Recognizing,
  { file: { sha256, encoding }, feed }: RecognizedFile,
  windows1252Lines: ReadonlyMap<string, number>,
): Promise<string> {
  const lines = windows1252Lines.get(sha256) ?? 0;
  const kind = kinds.kinds.find((other) => other.kind === feed.kind);
  if (lines === 0 || kind === undefined || kind.profile.reads.length === 0) return "";
  const head = await headBytes(records, district, sha256);
  const decoded = statedEncoding(encoding, kind.rules.encoding, head);
  return decoded === "utf-8" ? twoEncodings(lines) : "";
}
