import type { SchoolStudents } from "../../reports/worklist/school-worklist.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import type { Places } from "../ports.ts";
import { readStudents } from "../../reports/students/read-students.ts";
import { staffManifest } from "../release/staff-editions.ts";

type Stored = Pick<Places, "records" | "table">;

/** The students of one school; null if the current staff edition has no such school. */
export async function schoolStudents(
  { records, table }: Stored,
  district: DistrictId,
  school: string,
): Promise<SchoolStudents | null> {
  const item = await table.get(tableKeys.worklist(district, school));
  if (item === null) return null;
  const [edition, file] = [String(item["edition"]), String(item["file"])];
  const { mandate, asOf } = await staffManifest(records, district, edition);
  const bytes = await records.get(file);
  if (bytes === null) throw new Error(`no students under ${file}`);
  const range = [Number(item["from"]), Number(item["until"])] as const;
  const rows = readStudents(bytes, mandate, range);
  return { edition, asOf: asOf as Day, requirements: mandate.requirements, rows };
}
