import { recordsKeys } from "../../../layout.ts";
import type { ConformedManifest, Partition } from "../../../conformed/conformed-manifest.ts";
import type { Feed } from "../../../sources/feeds/feed.ts";
import type { Joining } from "../judge-feed.ts";
import { storeAgain } from "./store-again.ts";
import { wholeBytes } from "./stored-partitions.ts";

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
