import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Column } from "../../functions/domain/records/table-definition.ts";
import { publicKeys } from "../../functions/layout.ts";
import type { ObjectStore } from "../../functions/pipeline/ports.ts";
import { fromArrow, toArrowFile } from "../../functions/releases/files/arrow-rows.ts";
import { toCsv } from "../../functions/releases/files/csv.ts";
import { toParquet } from "../../functions/releases/files/parquet-rows.ts";
import type { Latest } from "../../functions/releases/manifest/manifest.ts";
import { TABLES, type TableName } from "../../functions/releases/tables/tables.ts";

/** Every public object by its key: what somebody has who downloads everything. */
export type PublicBytes = ReadonlyMap<string, Uint8Array>;

export type Row = { readonly [column: string]: string | number | boolean | null };

export async function publicBytes(open: ObjectStore): Promise<PublicBytes> {
  const bytes = new Map<string, Uint8Array>();
  for (const key of await open.list("")) bytes.set(key, (await open.get(key))!);
  return bytes;
}

/** Public bytes as a bucket that nobody can write to. */
export function bucketOf(bytes: PublicBytes): ObjectStore {
  const isReadOnly = (): never => {
    throw new Error("an audit writes nothing");
  };
  return {
    get: (key) => Promise.resolve(bytes.get(key) ?? null),
    size: (key) => Promise.resolve(bytes.get(key)?.length ?? null),
    list: (prefix) =>
      Promise.resolve([...bytes.keys()].filter((key) => key.startsWith(prefix)).sort()),
    getTagged: isReadOnly,
    entries: isReadOnly,
    stream: isReadOnly,
    streamFrom: isReadOnly,
    put: isReadOnly,
    putIfAbsent: isReadOnly,
    putIfTag: isReadOnly,
    putStream: isReadOnly,
    putNamedLast: isReadOnly,
    delete: isReadOnly,
  };
}

/** The keys of the releases of a district, the earliest first: `grand-bend/releases/2022-05-20-…/`. */
export function releasesIn(bytes: PublicBytes, district: string): readonly string[] {
  const latest = JSON.parse(textOf(bytes.get(publicKeys.latest(district))!)) as Latest;
  return latest.releases.map(({ release }) => publicKeys.release(district, release)).reverse();
}

/** The rows of a table of a release. */
export const rowsOf = (bytes: PublicBytes, folder: string, table: TableName): readonly Row[] =>
  fromArrow(definitionOf(table), bytes.get(`${folder}${table}.arrow`)!) as readonly Row[];

/** The same bytes with other rows of a table, in each of its files, and with more columns where they are named. */
export function withRows(
  bytes: PublicBytes,
  folder: string,
  table: TableName,
  change: (row: Row, index: number) => Row | readonly Row[],
  more: readonly Column[] = [],
): PublicBytes {
  const definition = definitionOf(table);
  const wider = { ...definition, columns: [...definition.columns, ...more] };
  const rows = rowsOf(bytes, folder, table).flatMap(change) as never[];
  return new Map([
    ...bytes,
    [`${folder}${table}.arrow`, toArrowFile(wider, rows)],
    [`${folder}${table}.csv`, new TextEncoder().encode(toCsv(wider, rows))],
    [`${folder}${table}.parquet`, toParquet(wider, rows)],
  ]);
}

/** The same bytes with another JSON document under a key. */
export function withJson(
  bytes: PublicBytes,
  key: string,
  change: (value: { [name: string]: unknown }) => unknown,
): PublicBytes {
  const value = JSON.parse(textOf(bytes.get(key)!)) as { [name: string]: unknown };
  return new Map([...bytes, [key, new TextEncoder().encode(JSON.stringify(change(value)))]]);
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const definitionOf = (table: TableName) => TABLES.find(({ name }) => name === table)!;

export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
