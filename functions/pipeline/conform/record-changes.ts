import { CONFORMED, type ConformedTable } from "../../domain/record-types/conformed-tables.ts";
import type { DistrictId } from "../../domain/ids.ts";
import type { StoredTable } from "../../domain/record-types/stored-table.ts";
import { grouped } from "../../domain/text/grouped.ts";
import {
  columnsFromArrow,
  type AnyValue,
  type ArrowColumns,
} from "../../releases/files/arrow-columns.ts";
import { differingRows } from "../../conformed/differing-rows.ts";
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
  const counts = changeCounts();
  for await (const row of changedRows(records, before, now)) counts.add(row);
  return counts.end();
}

/** Counts records that differ, by table in the order of the tables. */
export function changeCounts(): { add(row: ChangedRow): void; end(): readonly RecordChanges[] } {
  const counts = new Map<ConformedTable, { added: number; changed: number; withdrawn: number }>();
  return {
    add(row) {
      const count = counts.get(row.table) ?? { added: 0, changed: 0, withdrawn: 0 };
      counts.set(row.table, count);
      if (row.before === null) count.added++;
      else if (row.now === null) count.withdrawn++;
      else count.changed++;
    },
    end: () =>
      TABLES.flatMap((table) => {
        const count = counts.get(table);
        return count === undefined ? [] : [{ table, ...count }];
      }),
  };
}

// The keys of a literal, in its order.
const TABLES = Object.keys(CONFORMED) as ConformedTable[];

/** The records that differ, each once although the partitions of several schools may hold it. */
export async function* changedRows(
  records: ObjectStore,
  before: ConformedManifest,
  now: ConformedManifest,
): AsyncGenerator<ChangedRow> {
  const reading = { records, district: now.district };
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
): AsyncGenerator<ChangedRow> {
  const definition: StoredTable = CONFORMED[table];
  const before = new Map<string, Row>();
  const now = new Map<string, Row>();
  const unchanged: UnchangedRows[] = [];
  for (const pair of pairs.filter(isChanged)) {
    const was = await columnsOf(reading, definition, pair.before);
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

const columnsOf = async (
  { records, district }: Reading,
  definition: StoredTable,
  partition: Partition | null,
): Promise<ArrowColumns | null> =>
  partition === null
    ? null
    : columnsFromArrow(definition, await partitionBytes(records, district, partition));

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
