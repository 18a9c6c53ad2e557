import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { EXTRACT_COLUMNS } from "../../reports/extract/extract-columns.ts";
import { assessedStudents } from "../../metrics/students/assessed-students.ts";
import { questionsOf } from "../../metrics/cube/questions.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { availabilityOf, availableIn } from "../../conformed/availability.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { ObjectStore, Progress } from "../ports.ts";
import { readSchool } from "../measure/read-school.ts";
import { stalePlansSince } from "../../join/stale-plans.ts";
import type { StudentOfDistrict } from "../../reports/extract/student-of-district.ts";

/** Every student whom a school of the district counts on the as-of day. */
export async function studentsOfDistrict(
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
  progress: Progress,
): Promise<readonly StudentOfDistrict[]> {
  const { asOf, mandate } = measuring;
  const year = schoolYearOf(asOf);
  const context = {
    ...measuring,
    availability: availabilityOf(manifest, year),
    stalePlansSince: stalePlansSince(manifest, asOf),
  };
  const questions = new Map(
    questionsOf(mandate, asOf).map((question) => [question.statistic, question]),
  );
  const students: StudentOfDistrict[] = [];
  for (const school of manifest.schools) {
    const read = await readSchool(records, manifest.district, school, year, availableIn(manifest));
    for (const student of assessedStudents(read, context)) {
      const { isUnderMandate, isAsked, record } = student;
      const columns = isUnderMandate ? EXTRACT_COLUMNS : [];
      const extractCase = { student, records: read, context, questions };
      students.push({
        student: record.student.student,
        isUnderMandate,
        isExempt: isUnderMandate && !isAsked,
        values: new Map(columns.map(({ name, valueOf }) => [name, valueOf(extractCase)])),
      });
    }
    progress.advance(1);
  }
  return students;
}
