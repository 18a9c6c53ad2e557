import { availableIn } from "../../conformed/availability.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { assessedStudents } from "../../metrics/students/assessed-students.ts";
import { schoolDiscrepancies } from "../../metrics/cube/school-cube.ts";
import { stalePlansSince } from "../../join/stale-plans.ts";
import type { ReportContext, SchoolOfReport } from "../../reports/state/rows/report-row.ts";
import { readSchool } from "../measure/read-school.ts";
import type { ObjectStore, Progress } from "../ports.ts";

/** The schools of a district as a report sees them on its count day, in the order of the records. */
export async function* reportSchools(
  records: ObjectStore,
  manifest: ConformedManifest,
  context: ReportContext,
  progress: Progress,
): AsyncGenerator<SchoolOfReport> {
  const sent = availableIn(manifest);
  const { asOf, mandate, availability } = context;
  const measuring = {
    asOf,
    mandate,
    availability,
    stalePlansSince: stalePlansSince(manifest, asOf),
  };
  for (const school of manifest.schools) {
    const read = await readSchool(records, manifest.district, school, context.year, sent);
    const counted = assessedStudents(read, measuring);
    yield {
      ...{ id: school.id, name: school.name, records: read, counted },
      discrepancies: schoolDiscrepancies(read, counted, measuring),
    };
    progress.advance(1);
  }
}
