import { CONFORMED, type ConformedTable } from "../../domain/record-types/conformed-tables.ts";
import type { DistrictId } from "../../domain/ids.ts";
import type { StoredTable } from "../../domain/record-types/stored-table.ts";
import { grouped } from "../../domain/text/grouped.ts";
import {
  columnsFromArrow,
  type AnyValue,
  type ArrowColumns,
} from "../../releases/files/arrow-columns.ts";
import {
  changeCounts,
  type ChangedRow,
  type Compared,
  type NotCompared,
  type Row,
} from "../../conformed/changes/change-counts.ts";
import { differingRows } from "../../conformed/changes/differing-rows.ts";
import type { ConformedManifest, Partition } from "../../conformed/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";
import { partitionBytes, wholeBytes } from "./stored-partitions.ts";

/** The bytes of a partition; null where they are damaged. */
export type PartitionReader = (partition: Partition) => Promise<Uint8Array | null>;

/** How the records of two versions differ, by table. Only partitions that differ are read. */
export async function recordChanges(
  records: ObjectStore,
  before: ConformedManifest,
  now: ConformedManifest,
): Promise<Compared> {
  const counts = changeCounts();
  for await (const row of changedRows(records, before, now)) counts.add(row);
  return counts.end();
}

/**
 * The records that differ, each once although the partitions of several schools may hold it. Where one
 * partition of the version before is damaged, none of its table and month is compared: a record may
 * have been at one school and be at another.
 */
export async function* changedRows(
  records: ObjectStore,
  before: ConformedManifest,
  now: ConformedManifest,
  bytesOf: PartitionReader = (partition) => wholeBytes(records, now.district, partition),
): AsyncGenerator<ChangedRow | NotCompared> {
  const reading = { records, district: now.district, bytesOf };
  for (const pairs of pairedPartitions(before, now)) {
    const [of] = pairs;
    const table = of?.now?.table ?? of?.before?.table ?? "";
    if (isTable(table) && pairs.some(isChanged)) yield* changedIn(reading, table, pairs);
  }
}

const isTable = (name: string): name is ConformedTable => name in CONFORMED;

/** A partition as two versions have it: null where one has none of the name. */
interface PartitionPair {
  readonly before: Partition | null;
  readonly now: Partition | null;
}

const isChanged = ({ before, now }: PartitionPair): boolean => before?.hash !== now?.hash;

/** The partitions of each table, and of each month of a table that has months: a record is in one of these groups. */
function pairedPartitions(
  before: ConformedManifest,
  now: ConformedManifest,
): readonly (readonly PartitionPair[])[] {
  const earlier = partitionsOf(before);
  const current = partitionsOf(now);
  const pairs = [...new Set([...earlier.keys(), ...current.keys()])].map((name) => ({
    before: earlier.get(name) ?? null,
    now: current.get(name) ?? null,
  }));
  const groupOf = ({ before: was, now: is }: PartitionPair): string =>
    `${is?.table ?? was?.table} ${is?.month ?? was?.month ?? ""}`;
  return [...grouped(pairs, groupOf).values()];
}

interface Reading {
  readonly records: ObjectStore;
  readonly district: DistrictId;
  readonly bytesOf: PartitionReader;
}

/** A partition of which some rows are as they were. */
interface UnchangedRows {
  readonly columns: ArrowColumns;
  /** The numbers of the others. */
  readonly changed: ReadonlySet<number>;
}

async function* changedIn(
  reading: Reading,
  table: ConformedTable,
  pairs: readonly PartitionPair[],
): AsyncGenerator<ChangedRow | NotCompared> {
  const definition: StoredTable = CONFORMED[table];
  const before = new Map<string, Row>();
  const now = new Map<string, Row>();
  const unchanged: UnchangedRows[] = [];
  for (const pair of pairs.filter(isChanged)) {
    const was = await earlierColumns(reading, definition, pair.before);
    if (was === "damaged") {
      yield notComparedOf(table, pairs);
      return;
    }
    const is = await columnsOf(reading, definition, pair.now);
    const differing = differingRows(definition, was, is);
    addRows(before, definition, was, differing.before);
    addRows(now, definition, is, differing.now);
    if (is !== null) unchanged.push({ columns: is, changed: new Set(differing.now) });
  }
  const differing = new Set(
    [...new Set([...before.keys(), ...now.keys()])].filter(
      (key) => JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key)),
    ),
  );
  // A student who left one school may still be in the partition of another, which says the same as before.
  const single = [...differing].filter((key) => before.has(key) !== now.has(key));
  if (single.length > 0) {
    for (const pair of pairs.filter((candidate) => !isChanged(candidate))) {
      const columns = await columnsOf(reading, definition, pair.now);
      if (columns !== null) unchanged.push({ columns, changed: NO_ROWS });
    }
    for (const key of keysAmong(definition, unchanged, single)) differing.delete(key);
  }
  for (const key of differing) {
    yield { table, key, before: before.get(key) ?? null, now: now.get(key) ?? null };
  }
}

const NO_ROWS: ReadonlySet<number> = new Set();

const notComparedOf = (table: ConformedTable, pairs: readonly PartitionPair[]): NotCompared => {
  const [first] = pairs;
  return {
    table,
    month: first?.now?.month ?? first?.before?.month ?? null,
    records: pairs.reduce((sum, { now }) => sum + (now?.rows ?? 0), 0),
  };
};

async function earlierColumns(
  { bytesOf }: Reading,
  definition: StoredTable,
  partition: Partition | null,
): Promise<ArrowColumns | "damaged" | null> {
  if (partition === null) return null;
  const bytes = await bytesOf(partition);
  return bytes === null ? "damaged" : columnsFromArrow(definition, bytes);
}

/** @throws DamagedRecords of a partition of the new version that is damaged: an ingest that verifies makes it again */
async function columnsOf(
  { records, district, bytesOf }: Reading,
  definition: StoredTable,
  partition: Partition | null,
): Promise<ArrowColumns | null> {
  if (partition === null) return null;
  const bytes = (await bytesOf(partition)) ?? (await partitionBytes(records, district, partition));
  return columnsFromArrow(definition, bytes);
}

/** Of some keys those that rows have which are as they were. */
function* keysAmong(
  { primaryKey }: StoredTable,
  partitions: readonly UnchangedRows[],
  wanted: readonly string[],
): Generator<string> {
  const keys = new Set(wanted);
  // Most rows are told apart by the first column of the key, without any key being put together.
  const firsts = new Set(wanted.map((key) => key.split(KEY_SEPARATOR, 1)[0]));
  for (const { columns, changed } of partitions) {
    const ofKey = primaryKey.map((name) => columns.column(name));
    for (let row = 0; row < columns.length; row++) {
      if (!firsts.has(String(ofKey[0]?.[row])) || changed.has(row)) continue;
      const key = keyAt(ofKey, row);
      if (keys.has(key)) yield key;
    }
  }
}

function addRows(
  rows: Map<string, Row>,
  { columns: defined, primaryKey }: StoredTable,
  columns: ArrowColumns | null,
  numbers: readonly number[],
): void {
  if (columns === null || numbers.length === 0) return;
  const ofKey = primaryKey.map((name) => columns.column(name));
  const values = defined.map(({ name }) => [name, columns.column(name)] as const);
  for (const row of numbers) {
    const object: Record<string, unknown> = {};
    for (const [name, column] of values) object[name] = column[row];
    rows.set(keyAt(ofKey, row), object);
  }
}

const KEY_SEPARATOR = "\u0000";

const keyAt = (ofKey: readonly (readonly AnyValue[])[], row: number): string =>
  ofKey.map((column) => String(column[row])).join(KEY_SEPARATOR);

const partitionsOf = ({ schools }: ConformedManifest): ReadonlyMap<string, Partition> =>
  new Map(
    schools.flatMap(({ partitions }) => partitions.map((partition) => [partition.name, partition])),
  );
