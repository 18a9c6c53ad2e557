import type { RemovalDecision } from "../../conformed/removal-rulings.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { changeJson } from "../change-json.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../stored-json.ts";

/**
 * Every decision about a file that would remove many records, the earliest first; none is ever
 * changed or deleted.
 */
export const removalDecisions = async (
  records: ObjectStore,
  district: DistrictId,
): Promise<readonly RemovalDecision[]> =>
  (await readJson<readonly RemovalDecision[]>(records, recordsKeys.removalDecisions(district))) ??
  [];

/** Adds decisions to those on record, also if others add some at the same moment. */
export async function addRemovalDecisions(
  records: ObjectStore,
  district: DistrictId,
  added: readonly RemovalDecision[],
): Promise<void> {
  await changeJson<readonly RemovalDecision[]>(
    records,
    recordsKeys.removalDecisions(district),
    (before) => [...(before ?? []), ...added],
  );
}
