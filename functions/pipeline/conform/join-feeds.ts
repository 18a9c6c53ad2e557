import type { Assembled } from "../../join/assemble-district.ts";
import {
  addDuplicateCounts,
  NO_DUPLICATES,
  type DuplicateCounts,
} from "../../sources/attendance/duplicate-counts.ts";
import { rejectsOf, type FileRejects } from "../../join/rows/file-rejects.ts";
import type { ArrivedFile } from "../../join/rows/rows-by-key.ts";
import { compareReceived, isLater, type Feed } from "../../sources/feeds/feed.ts";
import type { Progress } from "../ports.ts";
import type { JudgedFile } from "../../conformed/judged-file.ts";
import { readAhead, type ReadBeside } from "./read-ahead.ts";
import { judgeFeed, outcomeOf, type Joining } from "./judge-feed.ts";
import { decideDayOrders } from "./decide-day-orders.ts";
import { unknownInAttendance } from "./unknown-in-attendance.ts";
import { assembleWholeRecords } from "../../join/whole-records.ts";

export interface JoinedFeeds extends Omit<Assembled, "rejects"> {
  readonly read: readonly JudgedFile[];
  /** Those of them that are used, with their places among the others. */
  readonly used: readonly ArrivedFile[];
  /** What the join rejects of each file, by its SHA-256. */
  readonly rejects: ReadonlyMap<string, FileRejects>;
}

/**
 * Reads the feeds in use and joins them. A version that cannot be used, that would remove too
 * many, or most of whose records refer to nothing, stops as a whole and the last good one takes its
 * place.
 */
export async function joinFeeds(
  joining: Joining,
  knownFeeds: readonly Feed[],
  progress: Progress,
  readBeside: ReadBeside | null = null,
): Promise<JoinedFeeds> {
  const feeds = withoutCopies(knownFeeds);
  const ahead = await readAhead(joining, feeds, readBeside);
  const judging: Judging = { joining, progress, feeds, ahead, fallbacks: new Map() };
  const whole = await judgeAll(
    judging,
    feeds.filter(({ mode }) => mode !== "delta"),
  );
  let read = await withDayOrders(judging, await withDeltas(judging, whole));
  const rejects = new Map<string, FileRejects>();
  for (;;) {
    const used = usedOf(read);
    const arrived = inOrderOfArrival(used);
    const assembled = assembleWholeRecords(arrived, joining.rules);
    const counts = await countsOf(joining, used, assembled);
    for (const [sha256, rejectsOfFile] of counts.rejects) rejects.set(sha256, rejectsOfFile);
    const refused = used.filter((file) => {
      const hasFallback = otherFallbacks(judging, file).length > 0;
      return refersToNothing(file, rejects, assembled.duplicates, hasFallback);
    });
    if (refused.length === 0) {
      return { ...assembled, read, used: arrived, rejects, duplicates: counts.duplicates };
    }
    const replaced = withFallbacks(judging, read, refused);
    read = await withDayOrders(judging, await withDeltas(judging, replaced));
  }
}

/** The feeds of a district while their files are judged. */
interface Judging {
  readonly joining: Joining;
  readonly progress: Progress;
  readonly feeds: readonly Feed[];
  /** Those whose newest version is being read, and when it is. */
  readonly ahead: ReadonlyMap<Feed, Promise<void>>;
  /**
   * By feed that was judged what may stand in for its newest version, the last best: none that the
   * join has refused.
   */
  readonly fallbacks: Map<Feed, readonly JudgedFile[]>;
}

/**
 * Reads and judges feeds. Where the newest version is not used, the last good version follows it.
 */
async function judgeAll(judging: Judging, feeds: readonly Feed[]): Promise<readonly JudgedFile[]> {
  const { joining, progress, ahead, fallbacks } = judging;
  const newestOf = new Map<Feed, JudgedFile>();
  // Meanwhile what is read ahead gets on.
  const others = feeds.filter((feed) => !ahead.has(feed));
  for (const feed of [...others, ...feeds.filter((feed) => ahead.has(feed))]) {
    await ahead.get(feed);
    const judged = await judgeFeed(joining, feed);
    fallbacks.set(feed, judged.fallbacks);
    newestOf.set(feed, judged.newest);
    progress.advance(1);
  }
  return feeds.flatMap((feed) => {
    const newest = newestOf.get(feed);
    if (newest === undefined) return [];
    return newest.outcome === "used" ? [newest] : [newest, ...bestFallback(judging, feed)];
  });
}

/**
 * Adds the files of changes that came after the complete files in use. Earlier changes are
 * contained in those, or no longer hold.
 */
async function withDeltas(
  judging: Judging,
  read: readonly JudgedFile[],
): Promise<readonly JudgedFile[]> {
  const { feeds, fallbacks } = judging;
  const whole = usedOf(read).filter(({ feed }) => feed.mode === "bulk");
  const isCovered = ({ kind, newest }: Feed): boolean =>
    whole.some(({ feed, received }) => feed.kind === kind && isLater(received, newest));
  const missing = feeds.filter(
    (feed) => feed.mode === "delta" && !fallbacks.has(feed) && !isCovered(feed),
  );
  return [...read, ...(await judgeAll(judging, missing))];
}

/**
 * Reads each file in an order of month and day that fits, and judges it again if that order differs
 * from the first.
 */
async function withDayOrders(
  judging: Judging,
  read: readonly JudgedFile[],
): Promise<readonly JudgedFile[]> {
  const { joining } = judging;
  const changed = await decideDayOrders(joining, read, (files) =>
    assembleWholeRecords(inOrderOfArrival(usedOf(files)), joining.rules),
  );
  return read.flatMap((before) => {
    const file = changed.get(before);
    if (file === undefined) return [before];
    const outcome = outcomeOf(file, null, before.feed, joining);
    const judged = { ...before, file, outcome };
    if (outcome === "used") return [judged];
    dropFallback(judging, before);
    const fallback = bestFallback(judging, before.feed);
    return isNewest(before) ? [judged, ...fallback] : fallback;
  });
}

/** What the join rejects of each file, and the duplicates it does not count again, by SHA-256. */
async function countsOf(
  joining: Joining,
  used: readonly JudgedFile[],
  { crosswalk, rejects: ofJoin, duplicates: inRows }: Assembled,
): Promise<Pick<JoinedFeeds, "duplicates" | "rejects">> {
  const rejects = new Map<string, FileRejects>();
  const duplicates = new Map(inRows);
  const unknown = await unknownInAttendance(joining, used, crosswalk, ofJoin);
  for (const { file } of used) {
    const { sha256, reading } = file;
    const ofAttendance = unknown.get(sha256);
    rejects.set(sha256, ofAttendance?.rejects ?? rejectsOf(ofJoin.get(sha256) ?? []));
    const inRowsOfFile = duplicates.get(sha256) ?? NO_DUPLICATES;
    duplicates.set(sha256, addDuplicateCounts(ofAttendance?.duplicates ?? reading, inRowsOfFile));
  }
  return { rejects, duplicates };
}

/** The files with the last good version in place of each that the join has refused. */
function withFallbacks(
  judging: Judging,
  read: readonly JudgedFile[],
  refused: readonly JudgedFile[],
): readonly JudgedFile[] {
  return read.flatMap((file) => {
    if (!refused.includes(file)) return [file];
    dropFallback(judging, file);
    const fallback = bestFallback(judging, file.feed);
    // A fallback that is refused is dropped without a message: the newest file's message says what
    // is wrong.
    return isNewest(file) ? [{ ...file, outcome: "stopped" as const }, ...fallback] : fallback;
  });
}

/** The last good version of a feed, if it has one. */
const bestFallback = ({ fallbacks }: Judging, feed: Feed): readonly JudgedFile[] =>
  fallbacks.get(feed)?.slice(-1) ?? [];

const otherFallbacks = ({ fallbacks }: Judging, file: JudgedFile): readonly JudgedFile[] =>
  (fallbacks.get(file.feed) ?? []).filter((other) => other !== file);

function dropFallback(judging: Judging, file: JudgedFile): void {
  judging.fallbacks.set(file.feed, otherFallbacks(judging, file));
}

/**
 * The files in use, in order of arrival. A good version that stands in keeps its own place in that
 * order.
 */
export const usedOf = (read: readonly JudgedFile[]): readonly JudgedFile[] =>
  read
    .filter(({ outcome }) => outcome === "used")
    .sort((a, b) => compareReceived(a.received, b.received));

/**
 * The files in use with their order of arrival: complete files come first, all together; then files
 * of changes, as they came.
 */
function inOrderOfArrival(used: readonly JudgedFile[]): readonly ArrivedFile[] {
  const timeOf = ({ received: { on, batch } }: JudgedFile): string =>
    `${on} ${String(batch).padStart(9, "0")}`;
  const isWhole = ({ feed }: JudgedFile): boolean => feed.mode === "bulk";
  const times = [...new Set(used.filter((judged) => !isWhole(judged)).map(timeOf))].sort();
  return used.map((judged) => ({
    ...judged.file,
    arrival: isWhole(judged) ? 0 : 1 + times.indexOf(timeOf(judged)),
    on: judged.received.on,
  }));
}

const isNewest = ({ feed, received }: JudgedFile): boolean =>
  received.sha256 === feed.newest.sha256;

/** If two names have the same bytes, only the later file counts. */
const withoutCopies = (knownFeeds: readonly Feed[]): readonly Feed[] => {
  const bytesOf = ({ kind, newest }: Feed): string => `${kind} ${newest.sha256}`;
  const last = new Map(knownFeeds.map((feed) => [bytesOf(feed), feed]));
  return knownFeeds.filter((feed) => last.get(bytesOf(feed)) === feed);
};

/**
 * Whether most records of a version refer to records that do not exist, or contradict each other
 * because their identifiers are not identifiers. Such a file belongs to another district or year,
 * and a good version replaces it. Without a good version, it is used if any record is usable: a
 * roster may well name fewer students than an attendance file.
 */
function refersToNothing(
  { file, outcome }: JudgedFile,
  rejects: ReadonlyMap<string, FileRejects>,
  duplicates: ReadonlyMap<string, DuplicateCounts>,
  hasFallback: boolean,
): boolean {
  const { records, rejected, kind } = file.reading;
  const { contradicted } = duplicates.get(file.sha256) ?? NO_DUPLICATES;
  const all = rejected + contradicted + (rejects.get(file.sha256)?.records ?? 0);
  const share = kind?.guards.maximumRejectShare ?? 1;
  return (
    outcome === "used" && records > 0 && all > records * share && (hasFallback || all >= records)
  );
}
