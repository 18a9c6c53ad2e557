import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { attendanceBooks, sharedAttendance } from "../../join/attendance-books.ts";
import { districtRows } from "../../join/school-rows.ts";
import { studentsBySchool } from "../../conformed/partitions.ts";
import { collectedIn } from "../../join/collected-codes.ts";
import { conformedFiles, countRejects } from "../../conformed/conformed-files.ts";
import { conformedInForce, putManifest } from "./conformed-in-force.ts";
import { isJudgedSo, removalRulings, rulingsOf } from "../../conformed/removal-rulings.ts";
import { removalDecisions } from "../settings/removal-decisions.ts";
import type {
  ConformedFile,
  ConformedManifest,
  ConformedSchool,
  Partition,
} from "../../conformed/conformed-manifest.ts";
import { undatedEnrollments } from "../../join/roster/dated-enrollments.ts";
import { gradeLevels } from "../../join/roster/graded-students.ts";
import { districtKinds } from "../intake/district-kinds.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import { recognizeAgain } from "../intake/recognize-again.ts";
import { datedFiles } from "../../conformed/export-days.ts";
import { keepExportDays } from "./kept-export-days.ts";
import { rejectsOf, together } from "../../join/rows/file-rejects.ts";
import { keepInactive, NOTHING_DIFFERS, type Differing } from "./inactive-records.ts";
import { keepUnusableFiles } from "./unusable-files.ts";
import { joinFeeds, usedOf, type JoinedFeeds } from "./join-feeds.ts";
import type { JudgedFile } from "../../conformed/judged-file.ts";
import { carriedPartitions } from "../../conformed/carried-partitions.ts";
import { joinedFrom, type FileInUse } from "../../conformed/joined-from.ts";
import { madeFrom } from "../../conformed/made-from.ts";
import { ruleIdsOf } from "../settings/mandate-setting.ts";
import { feeds, putFeed } from "../intake/ledger.ts";
import { withGood, type Feed } from "../../sources/feeds/feed.ts";
import { whyNothing } from "../../conformed/nothing-read.ts";
import { ownKindsAmong } from "../../sources/profiles/own-kinds.ts";
import { writePlanDocuments } from "./plan-documents.ts";
import type { ObjectStore, Places, Progress } from "../ports.ts";
import { keepQuarantine } from "./quarantine.ts";
import { hasAllDocuments } from "./plan-lists.ts";
import type { ReadBeside } from "./read-ahead.ts";
import { planChangeDays } from "../../join/stale-plans.ts";
import { type ConformedContent, versionOf } from "../../conformed/conformed-content.ts";
import { earlierVersion } from "./earlier-version.ts";
import { wholePartitions } from "./stored-partitions.ts";
import { storeSchools, type StoredSchool } from "./store-schools.ts";

/** Nothing usable was handed in: nothing is conformed and nothing published. */
export interface NothingUsable {
  readonly kind: "nothing-usable";
  readonly files: readonly ConformedFile[];
  /** What a district needs and no file has, and why: see `whyNothing`. */
  readonly missing: readonly string[];
}
export interface Conformed extends Differing {
  readonly kind: "conformed";
  readonly isNew: boolean;
  readonly manifest: ConformedManifest;
}

export interface ConformOptions {
  /** The district's name, where the exports do not give it. */
  readonly name: string | null;
  /**
   * Which files may remove many records because somebody has confirmed that they are right: any
   * file that is handed in, or `waiting`: only the files that the version in use lists as waiting,
   * since nobody has looked at a later one.
   */
  readonly acceptRemovals: boolean | "waiting";
  /** Whether stored partitions are read and compared with their hash, and not only looked up. */
  readonly verify?: boolean;
  /** The SHA-256 of each file that was hashed in this run when it was stored: its bytes are not hashed again. */
  readonly hashedNow?: ReadonlySet<string>;
}

/**
 * Makes the conformed version of all feeds in use: reads each stored file, joins the files, writes
 * the new partitions, the rejects and the plan documents, and writes the manifest last. A run that
 * was interrupted can be repeated with the same result.
 * @param readBeside reads large files in another thread while this one reads the others; null where
 * there is no other thread
 */
export async function conform(
  district: DistrictId,
  { name: givenName, acceptRemovals, verify = false, hashedNow = new Set() }: ConformOptions,
  places: Pick<Places, "records" | "table">,
  progress: Progress,
  readBeside: ReadBeside | null = null,
): Promise<Conformed | NothingUsable> {
  const { records, table } = places;
  const kinds = await districtKinds(places, district);
  const before = await conformedInForce(records, district);
  if (before?.profiles !== kinds.version) await recognizeAgain(places, district, kinds);
  const rules = await ruleIdsOf(records, district);
  const rulings = removalRulings(await removalDecisions(records, district));
  const knownFeeds = await feeds(table, district);
  const whole = new Set(before === null ? [] : await wholePartitions(records, before, verify));
  const isSame = (manifest: ConformedManifest): boolean =>
    manifest.datedFiles !== undefined &&
    manifest.madeFrom === madeFrom(knownFeeds, kinds, rules, givenName) &&
    !(acceptRemovals !== false && hasWaiting(manifest)) &&
    manifest.files.every(({ sha256, outcome }) => isJudgedSo(outcome, rulings.get(sha256)));
  if (before !== null && isSame(before) && (await isAllThere(places, before, whole))) {
    await keepExportDays(records, before, knownFeeds);
    return { kind: "conformed", isNew: false, ...NOTHING_DIFFERS, manifest: before };
  }

  progress.step("conform", knownFeeds.length);
  const rulingOn = rulingsOf(acceptRemovals, before, rulings);
  const joining = { records, district, kinds, rules, rulingOn, hashedNow };
  const joined = await joinFeeds(joining, knownFeeds, progress, readBeside);
  progress.done();
  await keepRejects(records, district, joined);
  const { read, rejects, duplicates } = joined;
  const files = conformedFiles(read, rejects, duplicates);
  if (joined.district.schools.size === 0 || joined.district.enrollments.size === 0) {
    await keepUnusableFiles(records, district, files);
    return { kind: "nothing-usable", files, missing: whyNothing(read, kinds.kinds) };
  }

  const kept = { before, whole, joinedFrom: joinedFrom(inUse(joined), kinds, rules) };
  const { schools, ...attendance } = await storeJoined(places, district, joined, kept, progress);
  const now = feedsAfter(knownFeeds, read);
  const districtName = givenName ?? joined.district.name ?? before?.districtName ?? district;
  const content = contentOf({ district, districtName, schools, files }, joined, kinds);
  const manifest: ConformedManifest = {
    version: versionOf(content),
    madeFrom: madeFrom(now, kinds, rules, givenName),
    profiles: kinds.version,
    // They follow from the content.
    ...{ joinedFrom: kept.joinedFrom, ...attendance, datedFiles: datedFiles(read) },
    ...rosterGaps(joined),
    ...content,
  };
  const earlier = before === null ? null : earlierVersion(joining, before, whole, knownFeeds);
  const differing = await keepInactive(records, earlier, manifest);
  await putManifest(records, before, manifest);
  await keepExportDays(records, manifest, now);
  await keepUnusableFiles(records, district, []);
  for (const feed of now) if (!knownFeeds.includes(feed)) await putFeed(table, district, feed);
  return { kind: "conformed", isNew: manifest.version !== before?.version, ...differing, manifest };
}

/** Whether a file waits until somebody confirms that it may remove many records. */
const hasWaiting = ({ files }: ConformedManifest): boolean =>
  files.some(({ outcome }) => outcome === "waiting");

/** Stores the rejects of each file that was read, both those of reading and those of the join. */
async function keepRejects(
  records: ObjectStore,
  district: DistrictId,
  { read, rejects }: JoinedFeeds,
): Promise<void> {
  for (const { file } of read) {
    const all = together(file.rejects, rejects.get(file.sha256) ?? rejectsOf([]));
    await keepQuarantine(records, district, file.sha256, all);
  }
}

/** Stores the partitions of each school and, at the same time, its plan documents. */
async function storeJoined(
  places: Pick<Places, "records" | "table">,
  district: DistrictId,
  { district: joined, used, crosswalk }: JoinedFeeds,
  { before, whole, joinedFrom: from }: KeptBefore,
  progress: Progress,
): Promise<Pick<ConformedManifest, "schools" | "absencesOutside" | "sharedAttendance">> {
  progress.step("write partitions and plan documents", joined.schools.size);
  const schools: ConformedSchool[] = [];
  let absencesOutside = 0;
  const rows = districtRows(joined, studentsBySchool(joined));
  const toStore = { district, joined, rows, books: attendanceBooks(used, crosswalk) };
  await writePlanDocuments(places, district, rows, before, storedSchools());
  progress.done();
  return { schools, absencesOutside, ...sharedAttendance(used, toStore.books) };

  async function* storedSchools(): AsyncGenerator<StoredSchool> {
    const isWhole = ({ name, hash }: Partition): boolean =>
      whole.has(recordsKeys.conformed(district, name, hash));
    const stored = { whole, carried: carriedPartitions(before, from, isWhole) };
    for await (const school of storeSchools(places.records, toStore, stored)) {
      schools.push(school.school);
      absencesOutside += school.absencesOutside;
      progress.advance(1);
      yield school;
    }
  }
}

/** The version before, and the keys of its partitions that are stored whole. */
interface KeptBefore {
  readonly before: ConformedManifest | null;
  readonly whole: ReadonlySet<string>;
  /** What the records of the next version are joined from. */
  readonly joinedFrom: string;
}

/** The files in use, each with what was noted when it came. */
const inUse = ({ read, used }: JoinedFeeds): readonly FileInUse[] =>
  usedOf(read).flatMap(({ received }, index) => {
    const file = used[index];
    return file === undefined ? [] : [{ file, received }];
  });

/** Whether the partitions and the plan documents of a version are stored. */
const isAllThere = async (
  { table }: Pick<Places, "table">,
  { district, schools }: ConformedManifest,
  whole: ReadonlySet<string>,
): Promise<boolean> =>
  schools.every(({ partitions }) =>
    partitions.every(({ name, hash }) => whole.has(recordsKeys.conformed(district, name, hash))),
  ) && (await hasAllDocuments(table, district, schools));

function contentOf(
  stored: Pick<ConformedManifest, "district" | "districtName" | "schools" | "files">,
  { district: joined, read, rejects }: JoinedFeeds,
  kinds: DistrictKinds,
): ConformedContent {
  const { district, districtName, schools, files } = stored;
  const ownKinds = ownKindsAmong(kinds, files);
  const { goalWordings } = joined;
  return {
    ...{ district, districtName, schools, files },
    rejects: countRejects(read, rejects),
    identityConflicts: joined.conflicts.length,
    planChangeDays: planChangeDays(joined),
    duties: joined.duties,
    collected: collectedIn(joined),
    confirmations: joined.confirmations,
    // A district that sends no such file keeps its version.
    ...(joined.staff.length > 0 && { staff: joined.staff }),
    ...(goalWordings.length > 0 && { goalWordings }),
    ...(ownKinds.length > 0 && { ownKinds }),
  };
}

/** The feeds after their files were read and judged: the file in use becomes the last good one. */
const feedsAfter = (knownFeeds: readonly Feed[], read: readonly JudgedFile[]): readonly Feed[] =>
  knownFeeds.map((feed) => {
    const used = usedOf(read).find((judged) => judged.feed === feed);
    return used === undefined || used.received.sha256 === feed.good?.sha256
      ? feed
      : withGood(feed, used.received);
  });

const rosterGaps = ({ district: { students, enrollments } }: JoinedFeeds) => ({
  undatedEnrollments: undatedEnrollments(enrollments.values()),
  gradeLevels: gradeLevels(students, enrollments.keys()),
});
