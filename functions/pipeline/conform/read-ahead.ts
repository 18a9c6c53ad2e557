import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { Feed, FileVersion } from "../../sources/feeds/feed.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import type { ObjectStore } from "../ports.ts";
import { isRead } from "./read-part.ts";

/**
 * Reads stored files in another thread, as `readStored` does, one after the other. What was read of a
 * file is stored when its reading ends.
 * @returns for each file the end of its reading
 */
export type ReadBeside = (
  files: readonly FileVersion[],
  kinds: DistrictKinds,
) => readonly Promise<void>[];

/** So many bytes of attendance are read before another thread has started. */
const WORK_FOR_A_THREAD = 32 * 2 ** 20;
/** A byte of any other file takes as long to read as so many of attendance, which is read without making text of it. */
const ATTENDANCE_BYTES = 12;
/** So many are read while the other thread compiles what reads other files, which this one has compiled already. */
const WORK_OF_COMPILING = 96 * 2 ** 20;

interface Reading {
  readonly records: ObjectStore;
  readonly district: DistrictId;
  readonly kinds: DistrictKinds;
}

/** A file that nobody has read yet, and how long that takes: in bytes of attendance. */
interface UnreadFile {
  readonly feed: Feed;
  readonly isOfAttendance: boolean;
  readonly work: number;
}

/**
 * Starts to read the attendance that nobody has read yet, and other files where that leaves this thread
 * more to read than the other. Files of changes are not among them: later complete files may contain them.
 * @returns for each feed whose newest version is among them, the end of its reading, in their order
 */
export async function readAhead(
  reading: Reading,
  feeds: readonly Feed[],
  readBeside: ReadBeside | null,
): Promise<ReadonlyMap<Feed, Promise<void>>> {
  if (readBeside === null) return NOTHING_AHEAD;
  const unread: UnreadFile[] = [];
  for (const feed of feeds) {
    if (feed.mode === "delta") continue;
    const file = await unreadFile(reading, feed);
    if (file.work > 0) unread.push(file);
  }
  const beside = besideOf(unread);
  if (workIn(beside) < WORK_FOR_A_THREAD) return NOTHING_AHEAD;
  const files = beside.map(({ feed }) => feed.newest);
  const ends = readBeside(files, reading.kinds);
  return new Map(
    ends.flatMap((end, index) => {
      const feed = beside[index]?.feed;
      // Whoever waits for the file gets its error; until then nobody handles it.
      end.catch(() => undefined);
      return feed === undefined ? [] : [[feed, end] as const];
    }),
  );
}

const NOTHING_AHEAD: ReadonlyMap<Feed, Promise<void>> = new Map();

/** The newest version of a feed; without work where it was read. */
async function unreadFile({ records, district, kinds }: Reading, feed: Feed): Promise<UnreadFile> {
  const { newest, kind } = feed;
  const size = (await isRead(records, district, newest, kinds))
    ? 0
    : ((await records.size(recordsKeys.raw(district, newest.sha256))) ?? 0);
  const isOfAttendance = kinds.kinds.some(
    (other) =>
      other.kind === kind && other.profile.reads.some(({ table }) => table === "attendance"),
  );
  const unreadBytes = size - (newest.beginsWith?.bytes ?? 0);
  return { feed, isOfAttendance, work: isOfAttendance ? unreadBytes : size * ATTENDANCE_BYTES };
}

/** Which files the other thread reads: from the longest on, each goes where less is to be done. */
function besideOf(unread: readonly UnreadFile[]): readonly UnreadFile[] {
  const beside = unread.filter(({ isOfAttendance }) => isOfAttendance);
  const others = unread.filter(({ isOfAttendance }) => !isOfAttendance);
  let own = 0;
  for (const file of others.toSorted((a, b) => b.work - a.work)) {
    if (own > workIn(beside) + WORK_OF_COMPILING) beside.push(file);
    else own += file.work;
  }
  return beside;
}

const workIn = (files: readonly UnreadFile[]): number =>
  files.reduce((sum, { work }) => sum + work, 0);
