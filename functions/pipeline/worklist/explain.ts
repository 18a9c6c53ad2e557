import type { Day } from "../../domain/calendar/day.ts";
import { EXEMPTION_REASON_NAMES } from "../../domain/plans/exemption.ts";
import type { DistrictId, StudentId } from "../../domain/ids.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { schoolOn } from "../../domain/people/student.ts";
import { CHECK_THE_TEXT } from "../../mandates/rules/cited.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { consideredRecords } from "../../mandates/evidence/considered-records.ts";
import { assessedStudents, clockCases } from "../../metrics/students/assessed-students.ts";
import { conformedInForce } from "../conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { inactiveRecords } from "../conform/inactive-records.ts";
import { availabilityOf, availableIn } from "../../conformed/availability.ts";
import type { ObjectStore, Places } from "../ports.ts";
import { readSchool } from "../measure/read-school.ts";
import { NotPossible, nothingIngested } from "../not-possible.ts";
import { explainedPlans, notSent, yearsHeld } from "../../reports/explanation/explained-plans.ts";
import { explained } from "../../reports/explanation/explained-requirement.ts";
import type { Explanation } from "../../reports/explanation/explanation.ts";

/**
 * Explains one student as of a day.
 * @throws NotPossible if nothing is ingested or the exports have no such student; it repeats no
 * name
 */
export async function explain(
  places: Places,
  district: DistrictId,
  student: StudentId,
  asOf: Day,
  mandate: MandateProfile,
): Promise<Explanation> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new NotPossible(nothingIngested(district));
  const studentCase = await foundStudent(places.records, manifest, student, asOf);
  if (studentCase === null) throw new NotPossible(await unknownStudent(places, manifest, student));
  const { school, records, record, counted } = studentCase;
  const year = schoolYearOf(asOf);
  const { plans: hasPlans } = availabilityOf(manifest, year);
  const assessed = hasPlans
    ? assessedStudents({ ...records, students: [record] }, { asOf, mandate })[0]
    : undefined;
  const [counting] = clockCases({ ...records, students: [record] }, asOf);
  const { givenName, familyName, grade } = record.student;
  return {
    student,
    givenName,
    familyName,
    grade,
    school: counted,
    schoolName: counted === null ? null : school.name,
    asOf,
    mandate: mandate.title,
    warning: CHECK_THE_TEXT,
    exemptions: record.more.exemptions
      .filter(({ from, until }) => from <= asOf && (until === null || asOf < until))
      .map(({ student: _student, reason, ...exemption }) => ({
        ...exemption,
        reason: EXEMPTION_REASON_NAMES[reason],
      })),
    plans: explainedPlans(mandate, record.document, record.more),
    ...yearsHeld(record.more, records.students, year),
    notSent: notSent(record.more),
    requirements:
      assessed?.isUnderMandate === true && counting !== undefined
        ? assessed.requirements.map((answer) =>
            explained(
              answer,
              consideredRecords(mandate, answer.requirement, counting.clockCase, asOf),
            ),
          )
        : [],
    note: hasPlans
      ? noteOf(counted === null, assessed?.isUnderMandate ?? false, grade)
      : "No plans were sent for any student, so nothing can be said of the reviews.",
  };
}

/**
 * A student's records at the school that counts the student on a day, otherwise at the first school
 * that has any; null if none has.
 */
export async function foundStudent(
  records: ObjectStore,
  manifest: ConformedManifest,
  student: StudentId,
  asOf: Day,
) {
  for (const school of manifest.schools) {
    const read = await readSchool(
      records,
      manifest.district,
      school,
      schoolYearOf(asOf),
      availableIn(manifest),
    );
    const record = read.students.find((candidate) => candidate.student.student === student);
    if (record === undefined) continue;
    const counted = schoolOn(record.enrollments, asOf);
    if (counted !== null && counted !== read.school) continue;
    return { school, records: read, record, counted };
  }
  return null;
}

/**
 * Why nothing is known about the student: no longer in the records, or never enrolled at a school.
 */
async function unknownStudent(
  { records }: Pick<Places, "records">,
  manifest: ConformedManifest,
  student: StudentId,
): Promise<string> {
  const gone = (await inactiveRecords(records, manifest)).find(
    ({ table, record }) => table === "student" && isOf(record, student),
  );
  return gone === undefined
    ? `no school of district ${manifest.district} has enrolled a student with this identifier: the roster has no such student, or has the student without an enrollment; identifiers are text, leading zeros count`
    : `the student is inactive: the exports of district ${manifest.district} no longer hold an enrollment; the conformed version ${gone.lastIn} was the last that did`;
}

const isOf = (record: unknown, student: StudentId): boolean =>
  typeof record === "object" &&
  record !== null &&
  "student" in record &&
  record.student === student;

function noteOf(isNowhere: boolean, isUnderMandate: boolean, grade: string | null): string {
  if (isNowhere)
    return "No school of the district enrolls the student on this day, so nothing is asked.";
  if (isUnderMandate) return "";
  return grade === null
    ? "The exports give no grade level, so no requirement can be applied."
    : `The mandate asks nothing of grade ${grade}.`;
}
