import type { DistrictId } from "../../domain/ids.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { recordsKeys } from "../../layout.ts";
import type { ConformedManifest, Partition } from "../../conformed/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";

/**
 * Conformed records are missing or differ from what was written, since a disk was full or lost its
 * last writes.
 */
export class DamagedRecords extends Error {
  constructor(district: string, { table, name, hash }: Partition, state: "missing" | "damaged") {
    super(
      `conformed records of the table ${table} are ${state} (${recordsKeys.conformed(district, name, hash)}): run ilp ingest --district ${district} --verify, which makes them again from the files as they were sent`,
    );
    this.name = "DamagedRecords";
  }
}

/**
 * The bytes of a partition. Its name holds their hash.
 * @throws DamagedRecords when they are missing or differ from that hash
 */
export async function partitionBytes(
  records: ObjectStore,
  district: DistrictId,
  partition: Partition,
): Promise<Uint8Array> {
  const { name, hash } = partition;
  const bytes = await records.get(recordsKeys.conformed(district, name, hash));
  if (bytes === null) throw new DamagedRecords(district, partition, "missing");
  if (contentHash(bytes) !== hash) throw new DamagedRecords(district, partition, "damaged");
  return bytes;
}

/** The bytes of a partition; null where they are missing or differ from the hash in its name. */
export async function wholeBytes(
  records: ObjectStore,
  district: DistrictId,
  { name, hash }: Partition,
): Promise<Uint8Array | null> {
  const bytes = await records.get(recordsKeys.conformed(district, name, hash));
  return bytes !== null && contentHash(bytes) === hash ? bytes : null;
}

/**
 * The keys of the partitions of a version that are stored undamaged: all others are made again.
 * @param verify whether each is read and compared with its hash, and not only listed with its size
 */
export async function wholePartitions(
  records: ObjectStore,
  { district, schools }: Pick<ConformedManifest, "district" | "schools">,
  verify: boolean,
): Promise<ReadonlySet<string>> {
  const stored = new Map<string, number>();
  for (const { key, size } of await records.entries(recordsKeys.conformedAll(district))) {
    stored.set(key, size);
  }
  const whole = new Set<string>();
  for (const partition of schools.flatMap(({ partitions }) => partitions)) {
    const { name, hash, size } = partition;
    const key = recordsKeys.conformed(district, name, hash);
    const storedSize = stored.get(key);
    if (storedSize === undefined || (size !== undefined && size !== storedSize)) continue;
    if (verify && (await wholeBytes(records, district, partition)) === null) continue;
    whole.add(key);
  }
  return whole;
}
