import { createHash } from "node:crypto";
import { day } from "../../functions/domain/calendar/day.ts";
import type { DistrictId } from "../../functions/domain/ids.ts";
import { schoolYearName, schoolYearOf } from "../../functions/domain/calendar/school-year.ts";
import { recordsKeys, tableKeys } from "../../functions/layout.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { studentsOfDistrict } from "../../functions/pipeline/extract/extract-students.ts";
import type { StudentOfDistrict } from "../../functions/reports/extract/student-of-district.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { EFFECTIVE_PRACTICE, quiet } from "./local-district.ts";

/**
 * A secret, random numbers and students that tests know, so that each run leaves out the same
 * students at random.
 */
export async function putKnownChance(
  { records, table }: Places,
  district: DistrictId,
  asOf: string,
): Promise<readonly StudentOfDistrict[]> {
  const manifest = await conformedInForce(records, district);
  if (manifest === null) throw new Error("nothing is conformed");
  const measuring = { asOf: day(asOf), mandate: EFFECTIVE_PRACTICE };
  const schoolYear = schoolYearName(schoolYearOf(measuring.asOf));
  await records.put(recordsKeys.extractSecret(district, schoolYear), new Uint8Array(32));
  const students = await studentsOfDistrict(records, manifest, measuring, quiet);
  await table.putAll(
    students.map(({ student }) => ({
      ...tableKeys.surrogate(district, student),
      surrogate: createHash("sha256").update(`a test's ${student}`).digest("hex"),
    })),
  );
  return students;
}
