import { createHash } from "node:crypto";
import { availableIn } from "../../conformed/availability.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { GoalToLabel } from "../../goals/quality/labels/goal-labels.ts";
import { goalSample, type GoalOfDistrict } from "../../goals/quality/labels/goal-sample.ts";
import { readSchool } from "../../pipeline/measure/read-school.ts";
import type { ObjectStore } from "../../pipeline/ports.ts";

/** Goals of the district's plans of the year, masked, for people to label. A goal is numbered: its own id stays inside. */
export async function sampleGoals(
  records: ObjectStore,
  manifest: ConformedManifest,
  asOf: Day,
  size: number,
): Promise<readonly GoalToLabel[]> {
  const year = schoolYearOf(asOf);
  const goals = new Map<string, GoalOfDistrict>();
  for (const school of manifest.schools) {
    const read = await readSchool(records, manifest.district, school, year, availableIn(manifest));
    for (const { student, document } of read.students) {
      for (const { goal, plan, domain, description } of document?.goals ?? []) {
        const id = `${plan} ${goal}`;
        const names = [student.givenName, student.familyName];
        const grade = student.grade ?? "";
        goals.set(id, { id, domain: domain ?? "", grade, text: description, names });
      }
    }
  }
  const drawn = goalSample([...goals.values()], size, hashOf);
  return drawn.map((goal, index) => ({ ...goal, id: String(index + 1) }));
}

const hashOf = (id: string): string => createHash("sha256").update(id).digest("hex");
