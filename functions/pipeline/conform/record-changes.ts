import { CONFORMED, type ConformedTable } from "../../domain/record-types/conformed-tables.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import type { ConformedManifest, Partition } from "../../conformed/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";
import { partitionBytes } from "./stored-partitions.ts";

/** One record that differs between two versions: null where a version does not hold it. */
export interface ChangedRow {
  readonly table: ConformedTable;
  readonly key: string;
  readonly before: Row | null;
  readonly now: Row | null;
}

export interface RecordChanges {
  readonly table: ConformedTable;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

interface Row {
  readonly [column: string]: unknown;
}

/** How the records of two versions differ, by table. Only partitions that differ are read. */
export async function recordChanges(
  records: ObjectStore,
  before: ConformedManifest,
  now: ConformedManifest,
): Promise<readonly RecordChanges[]> {
  const counts = new Map<ConformedTable, { added: number; changed: number; withdrawn: number }>();
  for await (const row of changedRows(records, before, now)) {
    const count = counts.get(row.table) ?? { added: 0, changed: 0, withdrawn: 0 };
    counts.set(row.table, count);
    if (row.before === null) count.added++;
    else if (row.now === null) count.withdrawn++;
    else count.changed++;
  }
  return TABLES.flatMap((table) => {
    const count = counts.get(table);
    return count === undefined ? [] : [{ table, ...count }];
  });
}

// The keys of a literal, in its order.
const TABLES = Object.keys(CONFORMED) as ConformedTable[];

/** The records that differ, each once although the partitions of several schools may hold it. */
export async function* changedRows(
  records: ObjectStore,
  before: ConformedManifest,
  now: ConformedManifest,
): AsyncGenerator<ChangedRow> {
  const earlier = partitionsOf(before);
  const current = partitionsOf(now);
  const nowNames = new Set([...current.values()].map(nameAndHash));
  const knownNames = new Set([...earlier.values()].map(nameAndHash));
  for (const table of TABLES) {
    const isOf = (partition: Partition) => partition.table === table;
    const gone = [...earlier.values()]
      .filter(isOf)
      .filter((partition) => !nowNames.has(nameAndHash(partition)));
    const came = [...current.values()]
      .filter(isOf)
      .filter((partition) => !knownNames.has(nameAndHash(partition)));
    if (gone.length === 0 && came.length === 0) continue;
    const stayed = [...current.values()]
      .filter(isOf)
      .filter((partition) => knownNames.has(nameAndHash(partition)));
    yield* changedIn(records, now.district, table, gone, came, stayed);
  }
}

async function* changedIn(
  records: ObjectStore,
  district: DistrictId,
  table: ConformedTable,
  gone: readonly Partition[],
  came: readonly Partition[],
  stayed: readonly Partition[],
): AsyncGenerator<ChangedRow> {
  const before = await rowsByKey(records, district, table, gone);
  const now = await rowsByKey(records, district, table, came);
  const differing = new Set<string>();
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    if (JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key))) differing.add(key);
  }
  // A student who left one school may still be in the partition of another, which did not change.
  const single = [...differing].filter((key) => before.has(key) !== now.has(key));
  if (single.length > 0) {
    for (const [key] of await rowsByKey(records, district, table, stayed)) {
      if (before.has(key) !== now.has(key)) differing.delete(key);
    }
  }
  for (const key of differing) {
    yield { table, key, before: before.get(key) ?? null, now: now.get(key) ?? null };
  }
}

async function rowsByKey(
  records: ObjectStore,
  district: DistrictId,
  table: ConformedTable,
  partitions: readonly Partition[],
): Promise<ReadonlyMap<string, Row>> {
  const { primaryKey } = CONFORMED[table];
  const rows = new Map<string, Row>();
  for (const partition of partitions) {
    const bytes = await partitionBytes(records, district, partition);
    // The table decides the type of its rows.
    for (const row of fromArrow(CONFORMED[table], bytes) as unknown as Row[]) {
      rows.set(primaryKey.map((column) => String(row[column])).join("\u0000"), row);
    }
  }
  return rows;
}

const partitionsOf = ({ schools }: ConformedManifest): ReadonlyMap<string, Partition> =>
  new Map(
    schools.flatMap(({ partitions }) => partitions.map((partition) => [partition.name, partition])),
  );

const nameAndHash = ({ name, hash }: Partition): string => `${name} ${hash}`;
