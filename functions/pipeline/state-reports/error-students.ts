import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { Enrollment, Student } from "../../domain/people/student.ts";
import type { DistrictStudent } from "../../reports/state-errors/join-errors.ts";
import { conformedRows } from "../decisions/conformed-rows.ts";
import type { ObjectStore } from "../ports.ts";

/**
 * The students of a conformed version as a state's report may name them: one for each school at which
 * a student was ever enrolled, that of the latest enrollment first.
 * @param codes the identifier that the state gave a school, by the school's own id
 */
export async function errorStudents(
  records: ObjectStore,
  { district, schools }: ConformedManifest,
  codes: { readonly [school: string]: string },
): Promise<readonly DistrictStudent[]> {
  const latest: DistrictStudent[] = [];
  const others: DistrictStudent[] = [];
  for (const school of schools) {
    const only = { district, schools: [school] };
    const latestOf = new Map<string, Enrollment>();
    for await (const row of conformedRows(records, only, "enrollment")) {
      const enrollment = row as unknown as Enrollment;
      const before = latestOf.get(enrollment.student);
      if (before === undefined || isLater(enrollment, before)) {
        latestOf.set(enrollment.student, enrollment);
      }
    }
    for await (const row of conformedRows(records, only, "student")) {
      const { student, familyName, givenName, ...ids } = row as unknown as Student;
      const localIds = listed(ids.localIds);
      const list = latestOf.get(student)?.school === school.id ? latest : others;
      list.push({
        ...{ student, familyName, givenName, school: school.id, schoolName: school.name },
        stateIds: listed(ids.stateIds),
        // A number of another kind may be another student's number, so it is not tried beside one.
        localIds: localIds.length > 0 ? localIds : [student],
        schoolCodes: [school.id, codes[school.id] ?? ""].filter((code) => code !== ""),
      });
    }
  }
  return [...latest, ...others];
}

const listed = (ids: string | null | undefined): readonly string[] =>
  (ids ?? "").split(";").filter((id) => id !== "");

/** A school that answers for the student before another, then the later-begun enrollment. */
const isLater = (enrollment: Enrollment, before: Enrollment): boolean =>
  enrollment.isPrimary === before.isPrimary
    ? enrollment.enteredOn > before.enteredOn
    : enrollment.isPrimary;
