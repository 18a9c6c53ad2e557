import { costsTheRecord } from "../../domain/records/reject.ts";
import type { Assembled } from "../../join/assemble-district.ts";
import type { FileOutcome } from "./conformed-manifest.ts";
import {
  bothPassedOver,
  NONE_PASSED_OVER,
  type PassedOver,
} from "../../sources/attendance/duplicate-counts.ts";
import { rejectsOf, type FileRejects } from "../../join/rows/file-rejects.ts";
import type { ArrivedFile } from "../../join/rows/rows-by-key.ts";
import { compareReceived, isLater, type Feed, type FileVersion } from "../intake/ledger.ts";
import type { Progress } from "../ports.ts";
import type { JudgedFile, Joining } from "./judged-file.ts";
import type { ReadFile } from "../../join/rows/held-rows.ts";
import { quarantineOf } from "./quarantine.ts";
import { readStored } from "./read-part.ts";
import { settleDayOrders } from "./decide-day-orders.ts";
import { removesTooMany, type InForce } from "./removal-guard.ts";
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
 * Reads the feeds in force and joins them. A version that cannot be used, that would remove too
 * many, or most of whose records refer to nothing, stops as a whole and the last good one takes its
 * place.
 */
export async function joinFeeds(
  joining: Joining,
  known: readonly Feed[],
  progress: Progress,
): Promise<JoinedFeeds> {
  const { records, district, kinds } = joining;
  /** What may stand in for the newest of a feed, the last best: none that the join has refused. */
  const fallbacks = new Map<Feed, readonly JudgedFile[]>();
  const judgedFeeds = new Set<Feed>();
  const feeds = withoutCopies(known);
  let read = await settled(
    await withDeltas(await judgedAll(feeds.filter(({ mode }) => mode !== "delta"))),
  );
  const rejects = new Map<string, FileRejects>();
  for (;;) {
    const used = usedOf(read);
    const arrived = inOrderOfArrival(used);
    const assembled = assembleWholeRecords(arrived, joining.rules);
    const { crosswalk, rejects: found } = assembled;
    const passedOver = new Map(assembled.passedOver);
    for (const { file } of used) rejects.set(file.sha256, rejectsOf(found.get(file.sha256) ?? []));
    const unknown = await unknownInAttendance(joining, used, crosswalk, found);
    for (const { file } of used) {
      const { sha256, reading } = file;
      const all = unknown.get(sha256);
      if (all !== undefined) rejects.set(sha256, all.rejects);
      const inRows = passedOver.get(sha256) ?? NONE_PASSED_OVER;
      passedOver.set(sha256, bothPassedOver(all?.passedOver ?? reading, inRows));
    }
    const refused = used.filter((one) => {
      const others = withoutIt(fallbacks.get(one.feed), one);
      return refersToNothing(one, rejects, assembled.passedOver, others.length > 0);
    });
    if (refused.length === 0) return { ...assembled, read, used: arrived, rejects, passedOver };
    const next: JudgedFile[] = [];
    for (const one of read) {
      if (!refused.includes(one)) {
        next.push(one);
        continue;
      }
      fallbacks.set(one.feed, withoutIt(fallbacks.get(one.feed), one));
      // A replacement that was refused is dropped without a message: the newest file says what is
      // wrong.
      if (isNewest(one)) next.push({ ...one, outcome: "stopped" });
      next.push(...fallbackOf(one.feed));
    }
    read = await settled(await withDeltas(next));
  }

  /** With each file read by an order of month and day that holds, and judged anew where it is another. */
  async function settled(some: readonly JudgedFile[]): Promise<readonly JudgedFile[]> {
    const changed = await settleDayOrders(joining, some, (files) =>
      assembleWholeRecords(inOrderOfArrival(usedOf(files)), joining.rules),
    );
    return some.flatMap((one) => {
      const file = changed.get(one);
      if (file === undefined) return [one];
      const outcome = outcomeOf(file, null, one.feed, joining);
      const anew = { ...one, file, outcome };
      if (outcome === "used") return [anew];
      fallbacks.set(one.feed, withoutIt(fallbacks.get(one.feed), one));
      return isNewest(one) ? [anew, ...fallbackOf(one.feed)] : fallbackOf(one.feed);
    });
  }

  async function judgedAll(some: readonly Feed[]): Promise<readonly JudgedFile[]> {
    const all: JudgedFile[] = [];
    for (const feed of some) {
      all.push(...(await judged(feed)));
      judgedFeeds.add(feed);
      progress.advance(1);
    }
    return all;
  }

  /** The newest version of a feed, compared with the last good one before it. */
  async function judged(feed: Feed): Promise<readonly JudgedFile[]> {
    const good = olderGood(feed);
    if (good !== null) await look(good, true);
    for (const older of feed.older) await look(older);
    const newest = await look(feed.newest);
    return newest.outcome === "used" ? [newest] : [newest, ...fallbackOf(feed)];

    async function look(received: FileVersion, isKnownGood = false): Promise<JudgedFile> {
      const file = await readStored(records, district, received, kinds);
      const good = await inForce();
      const judged = outcomeOf(file, good, feed, joining);
      const one: JudgedFile = { feed, received, file, outcome: isKnownGood ? "used" : judged };
      if (one.outcome === "used" && received !== feed.newest) {
        fallbacks.set(feed, [...(fallbacks.get(feed) ?? []), one]);
      }
      return one;
    }

    /** What the next file would replace: records that the join has rejected are not in force. */
    async function inForce(): Promise<InForce | null> {
      const one = fallbacks.get(feed)?.at(-1);
      if (one === undefined) return null;
      const rejects = await quarantineOf(records, district, one.file.sha256);
      const rejected = rejects.first.filter(costsTheRecord);
      return { file: one.file, rejected: new Set(rejected.map(({ record }) => record)) };
    }
  }

  function fallbackOf(feed: Feed): readonly JudgedFile[] {
    return fallbacks.get(feed)?.slice(-1) ?? [];
  }

  /** With the changes that came after the whole files now used: those before are in them, or no longer so. */
  async function withDeltas(some: readonly JudgedFile[]): Promise<readonly JudgedFile[]> {
    const whole = usedOf(some).filter(({ feed }) => feed.mode === "bulk");
    const isCovered = ({ kind, newest }: Feed): boolean =>
      whole.some(({ feed, received }) => feed.kind === kind && isLater(received, newest));
    const missing = feeds.filter(
      (feed) => feed.mode === "delta" && !judgedFeeds.has(feed) && !isCovered(feed),
    );
    return [...some, ...(await judgedAll(missing))];
  }
}

/** The files that are used, earlier ones first: a good one that stands in has its own place. */
export const usedOf = (read: readonly JudgedFile[]): readonly JudgedFile[] =>
  read
    .filter(({ outcome }) => outcome === "used")
    .sort((a, b) => compareReceived(a.received, b.received));

/** The used files with their places: whole files are all in force at once, others by when they came. */
function inOrderOfArrival(used: readonly JudgedFile[]): readonly ArrivedFile[] {
  const timeOf = ({ received: { on, batch } }: JudgedFile): string =>
    `${on} ${String(batch).padStart(9, "0")}`;
  const isWhole = ({ feed }: JudgedFile): boolean => feed.mode === "bulk";
  const times = [...new Set(used.filter((one) => !isWhole(one)).map(timeOf))].sort();
  return used.map((one) => ({
    ...one.file,
    arrival: isWhole(one) ? 0 : 1 + times.indexOf(timeOf(one)),
  }));
}

/** The last good version where the newest is another. */
export const olderGood = ({ good, newest }: Feed): FileVersion | null =>
  good === null || good.sha256 === newest.sha256 ? null : good;

const isNewest = ({ feed, received }: JudgedFile): boolean =>
  received.sha256 === feed.newest.sha256;

const withoutIt = (
  some: readonly JudgedFile[] | undefined,
  one: JudgedFile,
): readonly JudgedFile[] => (some ?? []).filter((other) => other !== one);

/** The same bytes under two names say nothing twice: the later stands. */
const withoutCopies = (known: readonly Feed[]): readonly Feed[] => {
  const last = new Map(known.map((one) => [`${one.kind} ${one.newest.sha256}`, one]));
  return known.filter((one) => last.get(`${one.kind} ${one.newest.sha256}`) === one);
};

/** Fewer records, and a threshold would stop files for one fault, unless there is a good one to keep. */
const TELLING_RECORDS = 20;

function outcomeOf(
  file: ReadFile,
  good: InForce | null,
  feed: Feed,
  { isAccepted }: Joining,
): FileOutcome {
  const { outcome, kind, records, rejected } = file.reading;
  if (outcome !== "used" || kind === null) return outcome;
  const { maximumRejectShare, maximumRemovalShare, minimumRecords } = kind.guards;
  const isKept = good !== null || feed.good !== null;
  // A file without a record never wipes what an earlier version said.
  if (records < Math.max(minimumRecords, isKept && feed.mode === "bulk" ? 1 : 0)) {
    return "stopped";
  }
  const isTelling = records >= TELLING_RECORDS || isKept || rejected === records;
  if (isTelling && rejected > records * maximumRejectShare) return "stopped";
  const isGuarded = feed.mode === "bulk" && good !== null && !isAccepted(file.sha256);
  return isGuarded && removesTooMany(file, good, maximumRemovalShare) ? "waiting" : "used";
}

/**
 * Most records of a version refer to what is not there, or contradict each other since their
 * identifiers are none: it is of another district or year. It is replaced by a good one; where
 * there is none, it stays as long as any of it can be used, since a roster may well name fewer
 * students than an attendance file.
 */
function refersToNothing(
  { file, outcome }: JudgedFile,
  rejects: ReadonlyMap<string, FileRejects>,
  passedOver: ReadonlyMap<string, PassedOver>,
  hasFallback: boolean,
): boolean {
  const { records, rejected, kind } = file.reading;
  const { contradicted } = passedOver.get(file.sha256) ?? NONE_PASSED_OVER;
  const all = rejected + contradicted + (rejects.get(file.sha256)?.records ?? 0);
  const share = kind?.guards.maximumRejectShare ?? 1;
  return (
    outcome === "used" && records > 0 && all > records * share && (hasFallback || all >= records)
  );
}
