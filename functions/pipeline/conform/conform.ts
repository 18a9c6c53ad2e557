import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { attendanceBooks } from "../../join/attendance-books.ts";
import { collectedIn } from "../../join/collected-codes.ts";
import { conformedFiles, countRejects } from "./conformed-files.ts";
import { changeJson } from "../change-json.ts";
import {
  conformedInForce,
  type ConformedFile,
  type ConformedManifest,
  type ConformedSchool,
} from "./conformed-manifest.ts";
import { jsonBytes } from "../stored-json.ts";
import { CONFORM_VERSION } from "./conform-version.ts";
import { contentHash } from "../content-hash.ts";
import { undatedEnrollments } from "../../join/roster/dated-enrollments.ts";
import { districtKinds, type DistrictKinds } from "../intake/district-kinds.ts";
import { recognizeAgain } from "../intake/register-files.ts";
import { rejectsOf, together } from "../../join/rows/file-rejects.ts";
import { keepInactive } from "./inactive-records.ts";
import { keepUnusableFiles } from "./unusable-files.ts";
import { joinFeeds, olderGood, usedOf } from "./join-feeds.ts";
import type { JudgedFile } from "./judged-file.ts";
import type { RuleIds } from "../../mandates/rules/rule-ids.ts";
import { ruleIdsOf } from "../settings/mandate-setting.ts";
import { feeds, putFeed, withGood, type Feed, type FileVersion } from "../intake/ledger.ts";
import { whyNothing } from "./nothing-read.ts";
import { ownKindsAmong } from "../intake/own-kinds.ts";
import { writePlanDocuments } from "./plan-documents.ts";
import type { ObjectStore, Places, Progress } from "../ports.ts";
import { keepQuarantine } from "./quarantine.ts";
import { planChangeDays } from "../../join/stale-plans.ts";
import { storeSchools, type StoredSchool } from "./store-schools.ts";

/** Nothing usable was handed in: nothing is conformed and nothing published. */
export interface NothingUsable {
  readonly kind: "nothing-usable";
  readonly files: readonly ConformedFile[];
  /** Which things that a district needs no file tells of, and why: see `whyNothing`. */
  readonly missing: readonly string[];
}
export interface Conformed {
  readonly kind: "conformed";
  readonly isNew: boolean;
  readonly manifest: ConformedManifest;
}

export interface ConformOptions {
  /** The district's name, where the exports do not give it. */
  readonly name: string | null;
  /**
   * Whether somebody has said that a file which removes many is right: any that is handed in, or `waiting`,
   * those alone that the version in force lists, since nobody has looked at one that came later.
   */
  readonly acceptRemovals: boolean | "waiting";
}

/**
 * Makes the conformed version of all feeds in force: reads each file as it was stored, joins
 * them, writes the partitions that are new, the rejects and the plan documents, and last the
 * manifest. Whatever it is interrupted in, running it again comes to the same.
 */
export async function conform(
  district: DistrictId,
  { name: givenName, acceptRemovals }: ConformOptions,
  places: Pick<Places, "records" | "table">,
  progress: Progress,
): Promise<Conformed | NothingUsable> {
  const { records, table } = places;
  const kinds = await districtKinds(places, district);
  const before = await conformedInForce(records, district);
  if (before?.profiles !== kinds.version) await recognizeAgain(places, district, kinds);
  const rules = await ruleIdsOf(records, district);
  const known = await feeds(table, district);
  const isWaiting = before?.files.some(({ outcome }) => outcome === "waiting") ?? false;
  if (
    before !== null &&
    before.madeFrom === madeFromOf(known, kinds, rules, givenName) &&
    !(acceptRemovals !== false && isWaiting)
  ) {
    return { kind: "conformed", isNew: false, manifest: before };
  }

  progress.step("conform", known.length);
  const joined = await joinFeeds(
    { records, district, kinds, rules, isAccepted: acceptedOf(acceptRemovals, before) },
    known,
    progress,
  );
  const { read, rejects } = joined;
  progress.done();
  for (const { file } of read) {
    const all = together(file.rejects, rejects.get(file.sha256) ?? rejectsOf([]));
    await keepQuarantine(records, district, file.sha256, all);
  }
  const files = conformedFiles(read, rejects, joined.duplicates);
  if (joined.district.schools.size === 0 || joined.district.enrollments.size === 0) {
    await keepUnusableFiles(records, district, files);
    return { kind: "nothing-usable", files, missing: whyNothing(read, kinds.kinds) };
  }

  progress.step("write partitions and plan documents", joined.district.schools.size);
  const schools: ConformedSchool[] = [];
  let absencesOutside = 0;
  await writePlanDocuments(places, district, joined.district, before, storedSchools());
  progress.done();
  const now = feedsAfter(known, read);
  const ownKinds = ownKindsAmong(kinds, files);
  const content = {
    district,
    districtName: givenName ?? joined.district.name ?? before?.districtName ?? district,
    schools,
    files,
    rejects: countRejects(read, rejects),
    identityConflicts: joined.district.conflicts.length,
    planChangeDays: planChangeDays(joined.district),
    duties: joined.district.duties,
    collected: collectedIn(joined.district),
    confirmations: joined.district.confirmations,
    // A district that sends no such file keeps its version.
    ...(joined.district.staff.length > 0 && { staff: joined.district.staff }),
    ...(ownKinds.length > 0 && { ownKinds }),
  };
  const manifest: ConformedManifest = {
    version: contentHash(JSON.stringify(content)),
    madeFrom: madeFromOf(now, kinds, rules, givenName),
    profiles: kinds.version,
    // They follow from the content.
    absencesOutside,
    undatedEnrollments: undatedEnrollments(joined.district.enrollments.values()),
    ...content,
  };
  await keepInactive(records, before, manifest);
  await putManifest(records, before, manifest);
  await keepUnusableFiles(records, district, []);
  for (const feed of now) {
    if (!known.includes(feed)) await putFeed(table, district, feed);
  }
  return { kind: "conformed", isNew: manifest.version !== before?.version, manifest };

  /** Each school as its partitions are stored: its plan documents are on their way meanwhile. */
  async function* storedSchools(): AsyncGenerator<StoredSchool> {
    const books = attendanceBooks(joined.used, joined.crosswalk);
    for await (const stored of storeSchools(records, district, joined.district, books, before)) {
      schools.push(stored.school);
      absencesOutside += stored.absencesOutside;
      progress.advance(1);
      yield stored;
    }
  }
}

function acceptedOf(
  acceptRemovals: ConformOptions["acceptRemovals"],
  before: ConformedManifest | null,
): (sha256: string) => boolean {
  if (acceptRemovals !== "waiting") return () => acceptRemovals;
  // One that is used was accepted just before, by a try that was killed.
  const seen = (before?.files ?? []).filter(({ outcome }) => /^(waiting|used)$/.test(outcome));
  const accepted = new Set(seen.map(({ sha256 }) => sha256));
  return (sha256) => accepted.has(sha256);
}

/** The feeds after their files were read and judged: the version that is used is now the good one. */
const feedsAfter = (known: readonly Feed[], read: readonly JudgedFile[]): readonly Feed[] =>
  known.map((feed) => {
    const used = usedOf(read).find((judged) => judged.feed === feed);
    return used === undefined || used.received.sha256 === feed.good?.sha256
      ? feed
      : withGood(feed, used.received);
  });

function madeFromOf(
  known: readonly Feed[],
  { version }: DistrictKinds,
  { districtOwn }: RuleIds,
  givenName: string | null,
): string {
  const files = known.map((feed) => {
    const { kind, series, mode, newest, older } = feed;
    // A good version is part of the answer only while the newest is not it.
    const files = [newest, olderGood(feed), ...older];
    return [kind, series, mode, ...files.flatMap(textsOf)].join(" ");
  });
  return contentHash(
    String(CONFORM_VERSION),
    givenName ?? "",
    version,
    districtOwn.join(" "),
    ...files,
  );
}

const textsOf = (file: FileVersion | null): readonly string[] =>
  file === null
    ? []
    : [file.name, file.sha256, file.encoding, file.on, file.receivedOn ?? "", String(file.batch)];

/**
 * Puts the version in force, where the one it was made after still is: parts that did not change are
 * carried over from that one.
 */
async function putManifest(
  records: ObjectStore,
  before: ConformedManifest | null,
  manifest: ConformedManifest,
): Promise<void> {
  const { district, version } = manifest;
  const key = recordsKeys.conformedLatest(district);
  await records.put(recordsKeys.conformedManifest(district, version), jsonBytes(manifest));
  await changeJson<{ readonly version: string }>(records, key, (there) => {
    const found = there?.version ?? null;
    if (found !== (before?.version ?? null) && found !== version) {
      throw new Error(
        `district ${district} was conformed by another run meanwhile: ${key} names version ${found}, and this run began after ${before?.version ?? "none"}; run again`,
      );
    }
    return { version };
  });
}
