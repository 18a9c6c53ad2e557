import { createHash } from "node:crypto";
import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { detectEncoding, type DetectedEncoding } from "../../sources/csv/detect-encoding.ts";
import { statedDay } from "../../sources/csv/file-names.ts";
import { foreignFormat, foreignMessage, TELLING_BYTES } from "../../sources/csv/foreign-format.ts";
import { registerFiles } from "./register-files.ts";
import { unreadable, type ReceivedAs } from "../../sources/feeds/received-as.ts";
import { closeBatch, openBatch } from "./ledger.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import {
  StoreFault,
  type IncomingFile,
  type ObjectStore,
  type Places,
  type Progress,
} from "../ports.ts";

/**
 * Stores each file as sent under its SHA-256, and when all are in enters them in the ledger. A file
 * that is already known is skipped; one that cannot be read is reported and the others go on. Where
 * the place that it lies in cannot be read (`StoreFault`) nothing is entered.
 * @param receivedOn the day, for files that state none in their names; nothing in any has happened after it
 */
export async function receive(
  district: DistrictId,
  files: AsyncIterable<IncomingFile>,
  places: Pick<Places, "records" | "table">,
  receivedOn: Day,
  progress: Progress,
): Promise<readonly ReceivedAs[]> {
  const batch = await openBatch(places.table, district);
  const stored: (FileVersion | Extract<ReceivedAs, { outcome: "unreadable" }>)[] = [];
  const likenesses = new Map<string, string>();
  const windows1252Lines = new Map<string, number>();
  progress.step("receive", null);
  for await (const file of files) {
    stored.push(await store(file, stored.length));
    progress.advance(1);
  }
  const received = stored.filter((file) => "sha256" in file);
  const entered = await registerFiles(places, district, received, windows1252Lines);
  await closeBatch(places.table, district, batch);
  progress.done();
  return stored.map((file) => {
    if (!("sha256" in file)) return file;
    const as = entered.get(file) ?? unreadable(file.name, "not entered");
    const likeness = likenesses.get(file.sha256);
    return as.outcome === "unreadable" || likeness === undefined
      ? as
      : { ...as, looksLike: likeness };
  });

  async function store(file: IncomingFile, place: number): Promise<(typeof stored)[number]> {
    let look: Look;
    try {
      look = await lookAt(file);
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      return unreadable(file.name, error instanceof Error ? error.message : "cannot be read");
    }
    const raw = recordsKeys.raw(district, look.sha256);
    if ((await places.records.size(raw)) === null) {
      try {
        await places.records.putStream(raw, unchanged(file, look.sha256));
      } catch (error) {
        if (error instanceof ChangedFile) return unreadable(file.name, error.message);
        throw error;
      }
    }
    const stated = statedDay(file.name) ?? statedDay(file.package) ?? receivedOn;
    // A day still to come is a slip, and would keep every later file out until then.
    const on = stated > receivedOn ? receivedOn : stated;
    const { sha256, encoding, foreign } = look;
    windows1252Lines.set(sha256, look.windows1252Lines);
    if (foreign !== null) likenesses.set(sha256, foreign);
    const { name, package: from } = file;
    const came = { on, receivedOn, batch, place };
    return { name, package: from, sha256, encoding, ...came, statedMode: null };
  }
}

/** Somebody is still writing the file: what was looked at is not what would be stored. */
class ChangedFile extends Error {
  constructor() {
    super("it changed while it was read: hand it in again once it is whole");
  }
}

/** The bytes once more, ending in a fault where they are not the ones that were looked at. */
async function* unchanged(file: IncomingFile, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of file.open()) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== sha256) throw new ChangedFile();
}

/** Of a stored file that no profile knows: what its first bytes say that it is; null where they do not. */
export async function looksLike(
  records: ObjectStore,
  district: DistrictId,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<string | null> {
  let first = new Uint8Array();
  for await (const chunk of records.stream(recordsKeys.raw(district, sha256))) {
    first = new Uint8Array([...first, ...chunk.subarray(0, TELLING_BYTES - first.length)]);
    if (first.length >= TELLING_BYTES) break;
  }
  const foreign = foreignFormat(first, name);
  return foreign === null ? null : foreignMessage(foreign);
}

interface Look extends DetectedEncoding {
  readonly sha256: string;
  /** What it seems to be in place of an export. */
  readonly foreign: string | null;
}

/** One pass: the hash and the encoding of the whole, and what its first bytes tell. */
async function lookAt(file: IncomingFile): Promise<Look> {
  const hash = createHash("sha256");
  const detector = detectEncoding();
  let first = new Uint8Array();
  for await (const chunk of file.open()) {
    hash.update(chunk);
    detector.push(chunk);
    if (first.length < TELLING_BYTES) {
      first = new Uint8Array([...first, ...chunk.subarray(0, TELLING_BYTES - first.length)]);
    }
  }
  const foreign = foreignFormat(first, file.name);
  return {
    sha256: hash.digest("hex"),
    ...detector.end(),
    foreign: foreign === null ? null : foreignMessage(foreign),
  };
}
