import type { StudentId, DistrictId } from "../../functions/domain/ids.ts";
import type { SchoolYear } from "../../functions/domain/calendar/school-year.ts";
import { tableKeys } from "../../functions/layout.ts";
import type { PlanDocument } from "../../functions/domain/plans/plan.ts";
import type { Table } from "../../functions/pipeline/ports.ts";

/** One student's plan document of a school year as it rests in the table; null when there is none. */
export async function planDocumentOf(
  table: Table,
  district: DistrictId,
  student: StudentId,
  year: SchoolYear,
): Promise<PlanDocument | null> {
  const item = await table.get(tableKeys.plan(district, student, year));
  return item === null ? null : (JSON.parse(String(item["document"])) as PlanDocument);
}
