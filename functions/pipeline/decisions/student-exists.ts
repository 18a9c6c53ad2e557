import { CONFORMED } from "../../domain/record-types/conformed-tables.ts";
import type { StudentId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";

/** Whether a conformed version holds a student with the identifier, at any school. */
export async function studentExists(
  records: ObjectStore,
  { district, schools }: ConformedManifest,
  student: StudentId,
): Promise<boolean> {
  for (const { partitions } of schools) {
    for (const { table, name, hash } of partitions) {
      if (table !== "student") continue;
      const key = recordsKeys.conformed(district, name, hash);
      const bytes = await records.get(key);
      if (bytes === null) throw new Error(`no conformed partition under ${key}`);
      if (fromArrow(CONFORMED.student, bytes).some((row) => row.student === student)) return true;
    }
  }
  return false;
}
