import type { RecordsCounted } from "../../protection/records-by-order.ts";
import { CONFORMED } from "../../domain/record-types/conformed-tables.ts";
import { grouped } from "../../domain/text/grouped.ts";
import { conformedVersion } from "../conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";
import type { NotCompared } from "../../conformed/changes/change-counts.ts";
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
 * none. Of records whose earlier state is damaged it is only said how many there are.
 */
export async function measuredRecordsChanged(
  records: ObjectStore,
  manifest: ConformedManifest,
  before: string | null,
): Promise<readonly RecordsCounted<RecordsChangedKey>[]> {
  if (before === null) return [];
  const was = await conformedVersion(records, manifest.district, before);
  const { changes, notCompared } = await recordChanges(records, was, manifest);
  const compared = changes.flatMap((counts) =>
    CHANGES.map(([change, changeName]) => ({
      key: { table: counts.table, tableName: CONFORMED[counts.table].title, change, changeName },
      records: counts[change],
    })),
  );
  return [...compared, ...notComparedRows(notCompared)];
}

/** One row per table of which anything cannot be compared, with how many records these are now. */
const notComparedRows = (
  notCompared: readonly NotCompared[],
): readonly RecordsCounted<RecordsChangedKey>[] =>
  [...grouped(notCompared, ({ table }) => table)].map(([table, of]) => ({
    key: {
      ...{ table, tableName: CONFORMED[table].title },
      ...{ change: "not-compared", changeName: "Not compared" },
    },
    records: of.reduce((sum, { records }) => sum + records, 0),
  }));
