import type { ConformedManifest, Partition } from "./conformed-manifest.ts";

/**
 * The partitions of a version before that hold in the next one as they are, by school: all but those of
 * attendance, where the records are joined from the same files.
 * @param now what the records of the next version are joined from
 * @param isWhole whether a partition is stored undamaged; a school of which one is not is built again
 */
export function carriedPartitions(
  before: Pick<ConformedManifest, "joinedFrom" | "schools"> | null,
  now: string,
  isWhole: (partition: Partition) => boolean,
): ReadonlyMap<string, readonly Partition[]> {
  if (before?.joinedFrom !== now) return new Map();
  return new Map(
    before.schools
      .map(({ id, partitions }) => [id, partitions.filter(({ month }) => month === null)] as const)
      .filter(([, partitions]) => partitions.every(isWhole)),
  );
}
