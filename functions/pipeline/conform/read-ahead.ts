import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { Feed, FileVersion } from "../../sources/feeds/feed.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import type { ObjectStore } from "../ports.ts";
import { isRead } from "./read-part.ts";

/**
 * Reads a stored file in another thread, as `readStored` does. The result is stored when it ends.
 */
export type ReadBeside = (
  file: FileVersion,
  kinds: DistrictKinds,
  isHashed: boolean,
) => Promise<void>;

/** A smaller file is read before another thread has started. */
const BYTES_FOR_A_THREAD = 32 * 2 ** 20;

interface Reading {
  readonly records: ObjectStore;
  readonly district: DistrictId;
  readonly kinds: DistrictKinds;
  /** The SHA-256 of each file that was hashed in this run when it was stored. */
  readonly hashedNow: ReadonlySet<string>;
}

/**
 * Starts to read the large attendance files that nobody has read yet, one after the other.
 * @returns for each feed whose newest version is among them, the end of its reading
 */
export async function readAhead(
  { records, district, kinds, hashedNow }: Reading,
  feeds: readonly Feed[],
  readBeside: ReadBeside | null,
): Promise<ReadonlyMap<Feed, Promise<void>>> {
  const reading = new Map<Feed, Promise<void>>();
  if (readBeside === null) return reading;
  let last = Promise.resolve();
  for (const feed of feeds) {
    const { newest } = feed;
    if (!isOfAttendance(feed, kinds)) continue;
    const size = (await records.size(recordsKeys.raw(district, newest.sha256))) ?? 0;
    if (size - (newest.beginsWith?.bytes ?? 0) < BYTES_FOR_A_THREAD) continue;
    if (await isRead(records, district, newest, kinds)) continue;
    last = last.then(() => readBeside(newest, kinds, hashedNow.has(newest.sha256)));
    // Whoever waits for the file gets its error; until then nobody handles it.
    last.catch(() => undefined);
    reading.set(feed, last);
  }
  return reading;
}

const isOfAttendance = ({ kind }: Feed, { kinds }: DistrictKinds): boolean =>
  kinds.some(
    (other) =>
      other.kind === kind && other.profile.reads.some(({ table }) => table === "attendance"),
  );
