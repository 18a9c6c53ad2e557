import type { StaffRecord, StaffRole } from "../../functions/domain/people/staff-member.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { jsonBytes } from "../../functions/pipeline/stored-json.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { CAST } from "./local-district.ts";

/** One row of a staff list. */
export const staffRow = (
  staff: string,
  role: StaffRole | null,
  schools: readonly string[] = [],
  counselors: readonly string[] = [],
): StaffRecord => ({
  ...{ staff, name: `Person ${staff}`, role, schools, counselors },
  isRemoved: false,
  recordedAt: "",
});

/** Replaces the ingested staff list by the one that a test needs. */
export async function setStaff(
  { records }: Pick<Places, "records">,
  staff: readonly StaffRecord[],
  district = CAST,
): Promise<void> {
  const manifest = await conformedInForce(records, district);
  if (manifest === null) throw new Error("nothing is conformed");
  await records.put(
    recordsKeys.conformedManifest(district, manifest.version),
    jsonBytes({ ...manifest, staff }),
  );
}
