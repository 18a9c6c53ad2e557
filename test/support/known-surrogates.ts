import { createHash } from "node:crypto";
import type { DistrictId } from "../../functions/domain/ids.ts";
import { tableKeys } from "../../functions/layout.ts";
import { conformedInForce } from "../../functions/pipeline/conformed-manifest.ts";
import {
  studentsOfDistrict,
  type StudentOfDistrict,
} from "../../functions/pipeline/extract-students.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { day } from "../../functions/domain/day.ts";
import { EFFECTIVE_PRACTICE, quiet } from "./local-district.ts";

/** Random numbers that tests know, so that the lot falls alike each time; the students with them. */
export async function putKnownSurrogates(
  { records, table }: Places,
  district: DistrictId,
  asOf: string,
): Promise<readonly StudentOfDistrict[]> {
  const manifest = await conformedInForce(records, district);
  if (manifest === null) throw new Error("nothing is conformed");
  const measuring = { asOf: day(asOf), mandate: EFFECTIVE_PRACTICE };
  const students = await studentsOfDistrict(records, manifest, measuring, quiet);
  await table.putAll(
    students.map(({ student }) => ({
      ...tableKeys.surrogate(district, student),
      surrogate: createHash("sha256").update(`a test's ${student}`).digest("hex"),
    })),
  );
  return students;
}
