import type { DistrictId } from "../domain/ids.ts";
import type { Assembled } from "./assemble-district.ts";
import type { FileOutcome } from "./conformed-manifest.ts";
import type { DistrictKinds } from "./district-kinds.ts";
import { rejectsOf, type FileRejects } from "./file-rejects.ts";
import type { KnownRules } from "./known-rules.ts";
import { compareReceived, isLater, type Edition, type ReceivedFile } from "./ledger.ts";
import type { ObjectStore, Progress } from "./ports.ts";
import type { ReadFile } from "./read-file.ts";
import { quarantineOf } from "./quarantine.ts";
import { readStored } from "./read-part.ts";
import { removesTooMany, type InForce } from "./removal-guard.ts";
import { unknownInAttendance } from "./unknown-in-attendance.ts";
import { assembleWholeRecords } from "./whole-records.ts";

/** A file as read, and whether it is used. The last good one follows a newest that is not. */
export interface JudgedFile {
  readonly edition: Edition;
  readonly received: ReceivedFile;
  readonly file: ReadFile;
  readonly outcome: FileOutcome;
}

export interface JoinedEditions extends Omit<Assembled, "rejects"> {
  readonly read: readonly JudgedFile[];
  /** What the join rejects of each file, by its SHA-256. */
  readonly rejects: ReadonlyMap<string, FileRejects>;
}

export interface Joining {
  readonly records: ObjectStore;
  readonly district: DistrictId;
  readonly kinds: DistrictKinds;
  /** What a record about a rule may name. */
  readonly rules: KnownRules;
  /** Whether somebody has said that a file which removes many is right. */
  readonly acceptRemovals: boolean;
}

/**
 * Reads the editions in force and joins them. An edition that cannot be used, that would remove too
 * many, or most of whose records refer to nothing, stops as a whole and the last good one takes its
 * place.
 */
export async function joinEditions(
  joining: Joining,
  known: readonly Edition[],
  progress: Progress,
): Promise<JoinedEditions> {
  const { records, district, kinds } = joining;
  /** What may stand in for the newest of an edition, the last best: none that the join has refused. */
  const fallbacks = new Map<Edition, readonly JudgedFile[]>();
  const judgedEditions = new Set<Edition>();
  const editions = withoutCopies(known);
  let read = await withDeltas(await judgedAll(editions.filter(({ mode }) => mode !== "delta")));
  const rejects = new Map<string, FileRejects>();
  for (;;) {
    const used = usedOf(read);
    const assembled = assembleWholeRecords(
      used.map(({ file }) => file),
      joining.rules,
    );
    const { crosswalk, rejects: found } = assembled;
    for (const { file } of used) rejects.set(file.sha256, rejectsOf(found.get(file.sha256) ?? []));
    for (const [sha256, all] of await unknownInAttendance(joining, used, crosswalk, found)) {
      rejects.set(sha256, all);
    }
    const refused = used.filter((one) => {
      const others = withoutIt(fallbacks.get(one.edition), one);
      return refersToNothing(one, rejects, others.length > 0);
    });
    if (refused.length === 0) return { ...assembled, read, rejects };
    const next: JudgedFile[] = [];
    for (const one of read) {
      if (!refused.includes(one)) {
        next.push(one);
        continue;
      }
      fallbacks.set(one.edition, withoutIt(fallbacks.get(one.edition), one));
      // One that stood in and was refused gives way without a word: the newest says what is wrong.
      if (isNewest(one)) next.push({ ...one, outcome: "stopped" });
      next.push(...fallbackOf(one.edition));
    }
    read = await withDeltas(next);
  }

  async function judgedAll(some: readonly Edition[]): Promise<readonly JudgedFile[]> {
    const all: JudgedFile[] = [];
    for (const edition of some) {
      all.push(...(await judged(edition)));
      judgedEditions.add(edition);
      progress.advance(1);
    }
    return all;
  }

  /** The newest of an edition, held against the last that could be used of those before it. */
  async function judged(edition: Edition): Promise<readonly JudgedFile[]> {
    const good = olderGood(edition);
    if (good !== null) await look(good, true);
    for (const older of edition.older) await look(older);
    const newest = await look(edition.newest);
    return newest.outcome === "used" ? [newest] : [newest, ...fallbackOf(edition)];

    async function look(received: ReceivedFile, isKnownGood = false): Promise<JudgedFile> {
      const file = await readStored(records, district, received, kinds);
      const good = await inForce();
      const judged = outcomeOf(file, good, edition, joining.acceptRemovals);
      const one: JudgedFile = { edition, received, file, outcome: isKnownGood ? "used" : judged };
      if (one.outcome === "used" && received !== edition.newest) {
        fallbacks.set(edition, [...(fallbacks.get(edition) ?? []), one]);
      }
      return one;
    }

    /** What the next file would replace: records that the join has rejected are not in force. */
    async function inForce(): Promise<InForce | null> {
      const one = fallbacks.get(edition)?.at(-1);
      if (one === undefined) return null;
      const rejects = await quarantineOf(records, district, one.file.sha256);
      return { file: one.file, rejected: new Set(rejects.first.map(({ record }) => record)) };
    }
  }

  function fallbackOf(edition: Edition): readonly JudgedFile[] {
    return fallbacks.get(edition)?.slice(-1) ?? [];
  }

  /** With the changes that came after the whole files now used: those before are in them, or no longer so. */
  async function withDeltas(some: readonly JudgedFile[]): Promise<readonly JudgedFile[]> {
    const whole = usedOf(some).filter(({ edition }) => edition.mode === "bulk");
    const isCovered = ({ kind, newest }: Edition): boolean =>
      whole.some(({ edition, received }) => edition.kind === kind && isLater(received, newest));
    const missing = editions.filter(
      (edition) => edition.mode === "delta" && !judgedEditions.has(edition) && !isCovered(edition),
    );
    return [...some, ...(await judgedAll(missing))];
  }
}

/** The files that are used, earlier ones first: a good one that stands in has its own place. */
export const usedOf = (read: readonly JudgedFile[]): readonly JudgedFile[] =>
  read
    .filter(({ outcome }) => outcome === "used")
    .sort((a, b) => compareReceived(a.received, b.received));

/** The last good edition where the newest is another. */
export const olderGood = ({ good, newest }: Edition): ReceivedFile | null =>
  good === null || good.sha256 === newest.sha256 ? null : good;

const isNewest = ({ edition, received }: JudgedFile): boolean =>
  received.sha256 === edition.newest.sha256;

const withoutIt = (
  some: readonly JudgedFile[] | undefined,
  one: JudgedFile,
): readonly JudgedFile[] => (some ?? []).filter((other) => other !== one);

/** The same bytes under two names say nothing twice: the later stands. */
const withoutCopies = (known: readonly Edition[]): readonly Edition[] => {
  const last = new Map(known.map((one) => [`${one.kind} ${one.newest.sha256}`, one]));
  return known.filter((one) => last.get(`${one.kind} ${one.newest.sha256}`) === one);
};

/** Fewer records, and a threshold would stop files for one fault, unless there is a good one to keep. */
const TELLING_RECORDS = 20;

function outcomeOf(
  file: ReadFile,
  good: InForce | null,
  edition: Edition,
  acceptRemovals: boolean,
): FileOutcome {
  const { outcome, kind, records, rejected } = file.reading;
  if (outcome !== "used" || kind === null) return outcome;
  const { maximumRejectShare, maximumRemovalShare, minimumRecords } = kind.guards;
  const isKept = good !== null || edition.good !== null;
  // A file without a record never wipes what an earlier edition said.
  if (records < Math.max(minimumRecords, isKept && edition.mode === "bulk" ? 1 : 0)) {
    return "stopped";
  }
  const isTelling = records >= TELLING_RECORDS || isKept || rejected === records;
  if (isTelling && rejected > records * maximumRejectShare) return "stopped";
  const isGuarded = edition.mode === "bulk" && good !== null && !acceptRemovals;
  return isGuarded && removesTooMany(file, good, maximumRemovalShare) ? "waiting" : "used";
}

/**
 * Most records of an edition refer to what is not there: it is of another district or year. It gives
 * way to a good one; where there is none, it stays as long as any of it can be used, since a roster
 * may well name fewer students than an attendance file.
 */
function refersToNothing(
  { file, outcome }: JudgedFile,
  rejects: ReadonlyMap<string, FileRejects>,
  hasFallback: boolean,
): boolean {
  const { records, rejected, kind } = file.reading;
  const all = rejected + (rejects.get(file.sha256)?.records ?? 0);
  const share = kind?.guards.maximumRejectShare ?? 1;
  return (
    outcome === "used" && records > 0 && all > records * share && (hasFallback || all >= records)
  );
}
