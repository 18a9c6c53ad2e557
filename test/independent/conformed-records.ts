import { DataType, tableFromIPC } from "apache-arrow";
import type { ObjectStore } from "../../functions/pipeline/ports.ts";

/** A cell as it stands in a file; days are ISO text. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** The rows of an Arrow file, read with the library alone. */
export function arrowRows(bytes: Uint8Array): readonly Row[] {
  const table = tableFromIPC(bytes);
  const columns = table.schema.fields.map(({ name, type }) => ({
    name,
    isDay: DataType.isDate(type),
    // Words of a dictionary are decoded once.
    values: table.getChild(name)?.memoize(),
  }));
  return Array.from({ length: table.numRows }, (_, index) =>
    Object.fromEntries(
      columns.map(({ name, isDay, values }) => {
        const value = values?.get(index) as Cell | undefined;
        if (value === undefined || value === null) return [name, null];
        return [name, isDay ? new Date(Number(value)).toISOString().slice(0, 10) : value];
      }),
    ),
  );
}

/** Every Arrow file of a folder of a store, by its name. */
export async function arrowTables(
  store: ObjectStore,
  folder: string,
): Promise<{ readonly [table: string]: readonly Row[] }> {
  const tables: { [table: string]: readonly Row[] } = {};
  for (const key of (await store.list(folder)).filter((name) => name.endsWith(".arrow"))) {
    tables[key.slice(folder.length, -".arrow".length)] = arrowRows(await bytesOf(store, key));
  }
  return tables;
}

/** A school's conformed records: all rows of a table, or those with a value in a column. */
export interface SchoolTables {
  readonly id: string;
  readonly name: string;
  readonly rows: (table: string) => readonly Row[];
  readonly rowsWith: (table: string, column: string, value: Cell) => readonly Row[];
}

interface Manifest {
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    readonly partitions: readonly {
      readonly table: string;
      readonly name: string;
      readonly hash: string;
    }[];
  }[];
}

/** The conformed records in force, school by school. */
export async function conformedSchools(
  records: ObjectStore,
  district: string,
): Promise<readonly SchoolTables[]> {
  const folder = `conformed/${district}/`;
  const { version } = (await json(records, `${folder}latest.json`)) as { version: string };
  const { schools } = (await json(records, `${folder}manifests/${version}.json`)) as Manifest;
  return Promise.all(
    schools.map(async ({ id, name, partitions }) => {
      const tables = new Map<string, Row[]>();
      for (const partition of partitions) {
        const key = `${folder}${partition.name}/${partition.hash}.arrow`;
        const rows = arrowRows(await bytesOf(records, key));
        tables.set(partition.table, [...(tables.get(partition.table) ?? []), ...rows]);
      }
      return schoolTables(id, name, tables);
    }),
  );
}

function schoolTables(
  id: string,
  name: string,
  tables: ReadonlyMap<string, readonly Row[]>,
): SchoolTables {
  const indexes = new Map<string, Map<Cell, Row[]>>();
  const rows = (table: string): readonly Row[] => tables.get(table) ?? [];
  return {
    id,
    name,
    rows,
    rowsWith: (table, column, value) => {
      const key = `${table} ${column}`;
      let index = indexes.get(key);
      if (index === undefined) {
        index = new Map();
        for (const row of rows(table)) {
          const cell = row[column] ?? null;
          index.set(cell, [...(index.get(cell) ?? []), row]);
        }
        indexes.set(key, index);
      }
      return index.get(value) ?? [];
    },
  };
}

export const json = async (store: ObjectStore, key: string): Promise<unknown> =>
  JSON.parse(Buffer.from(await bytesOf(store, key)).toString("utf8"));

async function bytesOf(store: ObjectStore, key: string): Promise<Uint8Array> {
  const bytes = await store.get(key);
  if (bytes === null) throw new Error(`there is no ${key}`);
  return bytes;
}
