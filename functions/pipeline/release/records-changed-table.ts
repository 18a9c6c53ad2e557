import type { RecordsCounted } from "../../protection/records-by-order.ts";
import { CONFORMED } from "../../domain/record-types/conformed-tables.ts";
import { conformedVersion } from "../conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";
import { recordChanges } from "../conform/record-changes.ts";

export interface RecordsChangedKey {
  readonly table: string;
  readonly tableName: string;
  readonly change: string;
  readonly changeName: string;
}

const CHANGES = [
  ["added", "Added"],
  ["changed", "Changed"],
  ["withdrawn", "Withdrawn"],
] as const;

/**
 * The records that were added, changed or removed since an earlier version; nothing if there is
 * none.
 */
export async function measuredRecordsChanged(
  records: ObjectStore,
  manifest: ConformedManifest,
  before: string | null,
): Promise<readonly RecordsCounted<RecordsChangedKey>[]> {
  if (before === null) return [];
  const was = await conformedVersion(records, manifest.district, before);
  const changes = await recordChanges(records, was, manifest);
  return changes.flatMap((counts) =>
    CHANGES.map(([change, changeName]) => ({
      key: { table: counts.table, tableName: CONFORMED[counts.table].title, change, changeName },
      records: counts[change],
    })),
  );
}
