import type { DistrictId } from "../../functions/domain/ids.ts";
import type { WorklistEntry } from "../../functions/reports/worklist/worklist-entries.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { schoolStudents } from "../../functions/pipeline/worklist/worklist.ts";
import {
  worklistOf,
  type SchoolWorklist,
} from "../../functions/reports/worklist/school-worklist.ts";

type Stored = Pick<Places, "records" | "table">;

/** The worklist of one school; null where the current staff edition has no such school. */
export async function schoolWorklist(
  stored: Stored,
  district: DistrictId,
  school: string,
): Promise<SchoolWorklist | null> {
  const students = await schoolStudents(stored, district, school);
  return students === null ? null : worklistOf(students);
}

/** The entries of one school's worklist. */
export const worklistOfSchool = async (
  places: Stored,
  district: DistrictId,
  school: string,
): Promise<readonly WorklistEntry[]> =>
  (await schoolWorklist(places, district, school))?.entries ?? [];
