import { costsTheRecord } from "../../domain/records/reject.ts";
import type { ReadFile } from "../../join/rows/held-rows.ts";
import { type Feed, type FileVersion, olderGood } from "../../sources/feeds/feed.ts";
import type { FileOutcome } from "../../conformed/conformed-manifest.ts";
import type { JudgedFile } from "../../conformed/judged-file.ts";
import type { DistrictId } from "../../domain/ids.ts";
import type { RuleIds } from "../../mandates/rules/rule-ids.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import type { ObjectStore } from "../ports.ts";
import { quarantineOf } from "./quarantine.ts";
import { readStored } from "./read-part.ts";
import type { RemovalRuling } from "../../conformed/removal-rulings.ts";
import {
  removalsOf,
  removesTooMany,
  type InForce,
  type Removal,
} from "../../conformed/removal-guard.ts";

/** What the files of one district are read and joined by. */
export interface Joining {
  readonly records: ObjectStore;
  readonly district: DistrictId;
  readonly kinds: DistrictKinds;
  /** What a record about a rule may name. */
  readonly rules: RuleIds;
  /** What somebody has said of whether the file of this SHA-256 may remove many; null where nobody has. */
  readonly rulingOn: (sha256: string) => RemovalRuling | null;
  /** The SHA-256 of each file that was hashed in this run when it was stored. */
  readonly hashedNow: ReadonlySet<string>;
}

/**
 * The newest version of a feed, and the earlier versions that may replace it, the best one last.
 */
export interface JudgedFeed {
  readonly newest: JudgedFile;
  readonly fallbacks: readonly JudgedFile[];
}

/** Reads the versions of a feed, each compared with the last good one before it. */
export async function judgeFeed(joining: Joining, feed: Feed): Promise<JudgedFeed> {
  const fallbacks: JudgedFile[] = [];
  const good = olderGood(feed);
  if (good !== null) {
    fallbacks.push({ ...(await judgeVersion(joining, feed, good)), outcome: "used" });
  }
  for (const older of feed.older) {
    const judged = await judgeVersion(joining, feed, older, fallbacks.at(-1));
    if (judged.outcome === "used") fallbacks.push(judged);
  }
  const newest = await judgeVersion(joining, feed, feed.newest, fallbacks.at(-1));
  return { newest, fallbacks };
}

async function judgeVersion(
  joining: Joining,
  feed: Feed,
  received: FileVersion,
  before?: JudgedFile,
): Promise<JudgedFile> {
  const isHashed = joining.hashedNow.has(received.sha256);
  const { records, district, kinds } = joining;
  const file = await readStored(records, district, received, kinds, null, isHashed);
  const good = before === undefined ? null : await inForce(joining, before);
  const removals = good === null ? [] : removalsOf(file, good);
  const outcome = outcomeOf(file, good === null ? null : removals, feed, joining);
  const isHeld = outcome === "waiting" || outcome === "refused";
  return { feed, received, file, outcome, removals: isHeld ? removals : [] };
}

/** The records that the next file would replace: those that the join did not reject. */
async function inForce({ records, district }: Joining, { file }: JudgedFile): Promise<InForce> {
  const rejects = await quarantineOf(records, district, file.sha256);
  const rejected = rejects.first.filter(costsTheRecord);
  return { file, rejected: new Set(rejected.map(({ record }) => record)) };
}

/**
 * In a file of fewer records, one fault would exceed a threshold. Such a file is stopped only if
 * there is a good version to keep.
 */
const TELLING_RECORDS = 20;

/**
 * Whether a file is used, stops as a whole, waits for somebody to say that it may remove many, or is refused.
 * @param removals what it would remove of the good version before it; null where there is none
 */
export function outcomeOf(
  file: ReadFile,
  removals: readonly Removal[] | null,
  feed: Feed,
  { rulingOn }: Pick<Joining, "rulingOn">,
): FileOutcome {
  const { outcome, kind, records, rejected } = file.reading;
  if (outcome !== "used" || kind === null) return outcome;
  const { maximumRejectShare, maximumRemovalShare, minimumRecords } = kind.guards;
  const isKept = removals !== null || feed.good !== null;
  // A file without records never removes what an earlier version said.
  if (records < Math.max(minimumRecords, isKept && feed.mode !== "delta" ? 1 : 0)) {
    return "stopped";
  }
  const isTelling = records >= TELLING_RECORDS || isKept || rejected === records;
  if (isTelling && rejected > records * maximumRejectShare) return "stopped";
  const isGuarded = feed.mode !== "delta" && removals !== null;
  if (!isGuarded || !removesTooMany(removals, maximumRemovalShare)) return "used";
  const ruling = rulingOn(file.sha256);
  return ruling === "accepted" ? "used" : ruling === "refused" ? "refused" : "waiting";
}
