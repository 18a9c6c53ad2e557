import { CONFORMED, type ConformedTable } from "../../domain/record-types/conformed-tables.ts";
import type { StoredTable } from "../../domain/record-types/stored-table.ts";
import type { AnyRow } from "../../domain/record-types/field.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { partitionRows } from "../../conformed/partition-rows.ts";
import { partitionBytes } from "../conform/stored-partitions.ts";
import type { ObjectStore } from "../ports.ts";

/** The rows of a table at all schools; a student who was at two schools has them at both. */
export async function* conformedRows(
  records: ObjectStore,
  { district, schools }: Pick<ConformedManifest, "district" | "schools">,
  table: ConformedTable,
): AsyncGenerator<AnyRow> {
  const definition: StoredTable = CONFORMED[table];
  for (const partition of schools.flatMap(({ partitions }) => partitions)) {
    if (partition.table !== table) continue;
    const bytes = await partitionBytes(records, district, partition);
    yield* partitionRows(definition, bytes);
  }
}

/** The first row of a table that fits, at any school; null where none does. */
export async function conformedRow(
  records: ObjectStore,
  manifest: Pick<ConformedManifest, "district" | "schools">,
  table: ConformedTable,
  fits: (row: AnyRow) => boolean,
): Promise<AnyRow | null> {
  for await (const row of conformedRows(records, manifest, table)) if (fits(row)) return row;
  return null;
}
