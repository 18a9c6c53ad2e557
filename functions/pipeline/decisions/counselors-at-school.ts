import type { ConformedManifest, ConformedSchool } from "../../conformed/conformed-manifest.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { StudentId } from "../../domain/ids.ts";
import { counselorSchools } from "../../domain/people/counselor-schools.ts";
import { staffMembers } from "../../domain/people/staff-member.ts";
import { schoolOn, type Enrollment } from "../../domain/people/student.ts";
import { byText } from "../../domain/text/compare-text.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { ObjectStore } from "../ports.ts";
import { conformedRows } from "./conformed-rows.ts";

/**
 * The students at whose own school the counselor does not work: the counselor would see plans of
 * another school. A counselor works at a school where the staff list or a school's row in the
 * caseload list says so. A counselor whom the staff list places at no school also works where
 * students' plans or caseloads name her.
 * @param counselor as plans and caseloads name the person
 * @param on the day that decides which school is a student's own
 */
export async function studentsOfOtherSchools(
  records: ObjectStore,
  manifest: ConformedManifest,
  students: readonly StudentId[],
  counselor: string,
  on: Day,
): Promise<readonly StudentId[]> {
  const placedAt = counselorSchools(staffMembers(manifest.staff ?? []), counselor);
  const others = new Set(students);
  for (const school of manifest.schools) {
    const of: OneSchool = { district: manifest.district, schools: [school] };
    const own = await ownStudents(records, of, on);
    const asked = students.filter((student) => own.has(student));
    if (asked.length === 0) continue;
    const worksHere =
      placedAt.includes(school.id) ||
      (await isNamedAt(records, of, counselor, placedAt.length === 0 ? own : new Set()));
    if (worksHere) for (const student of asked) others.delete(student);
  }
  return [...others];
}

interface OneSchool {
  readonly district: ConformedManifest["district"];
  readonly schools: readonly [ConformedSchool];
}

/** The students whom the school counts on the day, or counted last. */
async function ownStudents(
  records: ObjectStore,
  of: OneSchool,
  on: Day,
): Promise<ReadonlySet<unknown>> {
  const enrollments: Enrollment[] = [];
  for await (const row of conformedRows(records, of, "enrollment")) {
    enrollments.push(row as unknown as Enrollment);
  }
  const own = new Set<unknown>();
  for (const [student, theirs] of grouped(enrollments, (enrollment) => enrollment.student)) {
    const last = theirs.toSorted(byText(({ enteredOn }) => enteredOn)).at(-1);
    if ((schoolOn(theirs, on) ?? last?.school) === of.schools[0].id) own.add(student);
  }
  return own;
}

/**
 * Whether the caseload list names the counselor for the school, or a caseload row or plan of one of
 * its students does.
 */
async function isNamedAt(
  records: ObjectStore,
  of: OneSchool,
  counselor: string,
  own: ReadonlySet<unknown>,
): Promise<boolean> {
  for (const table of ["caseload", "plan"] as const) {
    for await (const row of conformedRows(records, of, table)) {
      if (row["counselor"] !== counselor) continue;
      const isOfSchool = table === "caseload" && row["student"] === null;
      if (isOfSchool ? row["school"] === of.schools[0].id : own.has(row["student"])) return true;
    }
  }
  return false;
}
