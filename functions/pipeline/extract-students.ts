import type { StudentId } from "../domain/ids.ts";
import { schoolYearOf } from "../domain/school-year.ts";
import { EXTRACT_COLUMNS } from "../exports/extract-columns.ts";
import { assessedStudents } from "../metrics/assessed-students.ts";
import { studentGroups } from "../metrics/student-groups.ts";
import type { ConformedManifest } from "./conformed-manifest.ts";
import { holdingsOf, sentIn } from "./holdings.ts";
import { schoolPlace } from "./measured-students.ts";
import type { Measuring } from "./measure.ts";
import type { ObjectStore, Progress } from "./ports.ts";
import { readSchool } from "./read-school.ts";
import { stalePlansSince } from "./stale-plans.ts";
import { studentParts } from "./student-parts.ts";

/** A student of the district as an extract sees them, before anything is hidden. */
export interface StudentOfDistrict {
  readonly student: StudentId;
  /** The school that counts them, as cubes call it. */
  readonly place: string;
  readonly isUnderMandate: boolean;
  /** Whether nothing of the mandate is asked of the student, as somebody decided. */
  readonly isExempt: boolean;
  /** In which part of each published statistic. */
  readonly parts: ReadonlyMap<string, string>;
  /** By student division (and `grade`) the group; a division that is not here says nothing of the student. */
  readonly groups: ReadonlyMap<string, string>;
  /** By column of the extract the finest value; empty for a student who is not under the mandate. */
  readonly values: ReadonlyMap<string, string>;
}

/** Every student whom a school of the district counts on the as-of day. */
export async function studentsOfDistrict(
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
  progress: Progress,
): Promise<readonly StudentOfDistrict[]> {
  const year = schoolYearOf(measuring.asOf);
  const context = {
    ...measuring,
    holds: holdingsOf(manifest, year),
    stalePlansSince: stalePlansSince(manifest, measuring.asOf),
  };
  const students: StudentOfDistrict[] = [];
  for (const school of manifest.schools) {
    const read = await readSchool(records, manifest.district, school, year, sentIn(manifest));
    for (const student of assessedStudents(read, context)) {
      const { isUnderMandate, isAsked, record } = student;
      const columns = isUnderMandate ? EXTRACT_COLUMNS : [];
      const one = { student, records: read, context };
      students.push({
        student: record.student.student,
        place: schoolPlace(school.id),
        isUnderMandate,
        isExempt: isUnderMandate && !isAsked,
        parts: studentParts(student, context),
        groups: new Map([
          ...(record.student.grade === null ? [] : [["grade", record.student.grade] as const]),
          ...studentGroups(record, context.asOf).flatMap((group) => {
            const [division = "", own = ""] = group.split("/");
            return group.includes("+") ? [] : [[division, own] as const];
          }),
        ]),
        values: new Map(columns.map(({ name, valueOf }) => [name, valueOf(one)])),
      });
    }
    progress.advance(1);
  }
  return students;
}
