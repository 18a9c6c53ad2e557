import type { RecordsCounted } from "../../protection/records-by-order.ts";
import type { ConformedTable } from "../../domain/records/conformed-tables.ts";
import { conformedVersion, type ConformedManifest } from "../conform/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";
import { recordChanges } from "../conform/record-changes.ts";

export interface RecordsChangedKey {
  readonly table: string;
  readonly tableName: string;
  readonly change: string;
  readonly changeName: string;
}

const TABLE_NAMES: { readonly [table in ConformedTable]: string } = {
  student: "Students",
  enrollment: "Enrollments",
  calendar: "Instructional days",
  program: "Program participations",
  incident: "Discipline incidents",
  plan: "Plans",
  goal: "Goals",
  actionStep: "Action steps",
  review: "Plan reviews",
  exemption: "Exemptions",
  attestation: "Attestations",
  planAssent: "Parts taken in plans",
  planComponent: "Components of plans",
  studentEvent: "Events around plans",
  caseload: "Caseloads",
  attendanceTotal: "Attendance totals",
  absence: "Absences",
};

const CHANGES = [
  ["added", "Added"],
  ["changed", "Changed"],
  ["withdrawn", "Withdrawn"],
] as const;

/** What came, changed and went in the records since a version of them; nothing where there is none. */
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
      key: { table: counts.table, tableName: TABLE_NAMES[counts.table], change, changeName },
      records: counts[change],
    })),
  );
}
