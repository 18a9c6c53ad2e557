import { absencePartitions } from "../../conformed/absence-partitions.ts";
import type { ConformedManifest, Partition } from "../../conformed/conformed-manifest.ts";
import {
  type BuiltPartition,
  partitionsOfSchools,
  studentsBySchool,
} from "../../conformed/partitions.ts";
import { attendanceBooks } from "../../join/attendance-books.ts";
import { districtRows } from "../../join/school-rows.ts";
import { recordsKeys } from "../../layout.ts";
import { absencesByStudent } from "../../sources/attendance/absences-by-student.ts";
import type { Feed } from "../../sources/feeds/feed.ts";
import { DamagedFile } from "../intake/raw-file.ts";
import { quietProgress } from "../ports.ts";
import { joinFeeds, type JoinedFeeds } from "./join-feeds.ts";
import type { Joining } from "./judge-feed.ts";
import { wholeBytes, wholePartitions } from "./stored-partitions.ts";

/** The version before, as a new one is compared with it. */
export interface EarlierVersion {
  readonly manifest: ConformedManifest;
  /** The bytes of a partition; null where they are damaged and the files as sent no longer give them. */
  bytesOf(partition: Partition): Promise<Uint8Array | null>;
  /** How many of its partitions were damaged or missing, and are stored whole again, those of the new version among them. */
  madeAgain(now: ConformedManifest): number;
}

/**
 * Reads the partitions of the version before. With the first damaged one, all damaged ones are stored
 * again, once.
 * @param whole the keys of its partitions that were whole when the new version was stored
 */
export function earlierVersion(
  joining: Joining,
  manifest: ConformedManifest,
  whole: ReadonlySet<string>,
  knownFeeds: readonly Feed[],
): EarlierVersion {
  const { records, district } = joining;
  let repair: Promise<void> | null = null;
  let storedAgain = 0;
  return {
    manifest,

    async bytesOf(partition) {
      const bytes = await wholeBytes(records, district, partition);
      if (bytes !== null) return bytes;
      repair ??= storeAgain(joining, manifest, knownFeeds).then((count) => {
        storedAgain = count;
      });
      await repair;
      return wholeBytes(records, district, partition);
    },

    madeAgain(now) {
      const inNow = keysOf(now);
      const lost = [...keysOf(manifest)].filter((key) => !whole.has(key) && inNow.has(key));
      return lost.length + storedAgain;
    },
  };
}

const keysOf = ({ district, schools }: ConformedManifest): ReadonlySet<string> =>
  new Set(
    schools.flatMap(({ partitions }) =>
      partitions.map(({ name, hash }) => recordsKeys.conformed(district, name, hash)),
    ),
  );

/**
 * Stores again what is missing or damaged of a version, joined once more from the files that it was
 * made from. Nothing but the same bytes is stored, since the name of a partition holds their hash: what
 * the files give otherwise now, as where a profile has changed, is left as it is.
 * @returns how many partitions were stored
 */
async function storeAgain(
  joining: Joining,
  version: ConformedManifest,
  knownFeeds: readonly Feed[],
): Promise<number> {
  const { records, district } = joining;
  const whole = await wholePartitions(records, version, true);
  const damaged = new Set(
    version.schools
      .flatMap(({ partitions }) => partitions)
      .map(({ name, hash }) => recordsKeys.conformed(district, name, hash))
      .filter((key) => !whole.has(key)),
  );
  const joined = await joinedOf(joining, version, knownFeeds);
  let stored = 0;
  for (const { name, hash, bytes } of joined === null ? [] : partitionsOf(joined)) {
    const key = recordsKeys.conformed(district, name, hash);
    if (!damaged.has(key)) continue;
    await records.put(key, bytes);
    stored++;
  }
  return stored;
}

/** The records of a version, joined once more; null where one of its files as sent is damaged too. */
async function joinedOf(
  joining: Joining,
  version: ConformedManifest,
  knownFeeds: readonly Feed[],
): Promise<JoinedFeeds | null> {
  try {
    return await joinFeeds(joining, feedsOf(version, knownFeeds), quietProgress);
  } catch (error) {
    if (error instanceof DamagedFile) return null;
    throw error;
  }
}

/** The feeds as if each had the one file that a version was made from, and nothing to compare it with. */
const feedsOf = ({ files }: ConformedManifest, knownFeeds: readonly Feed[]): readonly Feed[] => {
  const used = new Set(
    files.filter(({ outcome }) => outcome === "used").map(({ sha256 }) => sha256),
  );
  return knownFeeds.flatMap((feed) => {
    const received = [feed.newest, ...feed.older, feed.good];
    const newest = received.find((file) => file !== null && used.has(file.sha256)) ?? null;
    return newest === null ? [] : [{ ...feed, newest, good: null, older: [] }];
  });
};

function* partitionsOf({ district, used, crosswalk }: JoinedFeeds): Generator<BuiltPartition> {
  const rows = districtRows(district, studentsBySchool(district));
  const absences = absencesByStudent(attendanceBooks(used, crosswalk));
  const ofSchool = partitionsOfSchools(rows);
  for (const [place, id] of rows.sets.schools.entries()) {
    yield* ofSchool(place);
    yield* absencePartitions(absences, id, rows.studentsOf.get(id) ?? []);
  }
}
