import {
  CONFORMED,
  type ConformedTable,
} from "../../functions/domain/record-types/conformed-tables.ts";
import { recordsKeys } from "../../functions/layout.ts";
import type { ConformedManifest } from "../../functions/conformed/conformed-manifest.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { fromArrow } from "../../functions/releases/files/arrow-rows.ts";

export interface ConformedRow {
  readonly [column: string]: unknown;
}

/** All rows of a table in a conformed version, school by school. */
export async function conformedRows(
  { records }: Places,
  { district, schools }: ConformedManifest,
  table: ConformedTable,
): Promise<readonly ConformedRow[]> {
  const rows: ConformedRow[] = [];
  for (const { name, hash } of schools
    .flatMap(({ partitions }) => partitions)
    .filter((partition) => partition.table === table)) {
    const bytes = await records.get(recordsKeys.conformed(district, name, hash));
    if (bytes === null) throw new Error(`no partition ${name}`);
    rows.push(...(fromArrow(CONFORMED[table], bytes) as unknown as ConformedRow[]));
  }
  return rows;
}
