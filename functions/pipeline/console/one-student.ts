import { DISTRICT, permit } from "../../access/permit.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { words } from "../../console/plain-answers.ts";
import { seenAs, type SeenAs } from "../../console/seen-as.ts";
import type { StudentHead } from "../../console/student-page/student-page.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { gradeName, isGrade } from "../../domain/people/grade.ts";
import { staffMembers, type StaffMember } from "../../domain/people/staff-member.ts";
import { caseloadOf } from "../../reports/students/student-filter.ts";
import type { StudentRow } from "../../reports/students/students-table.ts";
import type { SchoolStudents } from "../../reports/worklist/school-worklist.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { listSchools, studentsAt } from "./seen-students.ts";

/** One student of the current edition whom the reader sees. */
export interface SeenStudent {
  readonly row: StudentRow;
  readonly as: SeenAs;
  readonly edition: Pick<SchoolStudents, "requirements" | "asOf">;
  readonly manifest: ConformedManifest;
  readonly members: readonly StaffMember[];
}

/**
 * The student whom a request names, once the look is noted; else the answer that says why not. A
 * student whom the reader may not see is answered no otherwise than one who is not there.
 * @param what the log says was looked at
 */
export async function seenStudent(
  of: ConsoleCase,
  { student }: ConsoleRequest,
  what: string,
): Promise<{ readonly seen: SeenStudent } | { readonly refused: ConsoleAnswer }> {
  const { manifest, latest } = of;
  if (student === null || student === "")
    return { refused: words(400, "say which student is meant") };
  if (manifest === null || latest === null)
    return { refused: words(404, "no edition is written yet") };
  const schools = await studentsAt(of, await listSchools(of));
  const edition = schools.find(({ rows }) => rows.some((one) => one.student === student));
  const row = edition?.rows.find((one) => one.student === student);
  const as = row === undefined ? null : seenAs(of, row);
  if (edition === undefined || row === undefined || as === null) {
    const refused = permit(of.reader, "see-student", DISTRICT, of.schools);
    await noteLook(of, {
      ...{ kind: "see-student", what, schools: null, student },
      permit: { ...refused, isAllowed: false, because: NOT_SEEN },
    });
    return { refused: words(404, NOT_SEEN) };
  }
  await noteLook(of, {
    ...{ kind: as.seesPlans ? "see-student" : "see-records", what, permit: as.permit },
    ...{ schools: [row.school], students: 1, student },
  });
  return { seen: { row, as, edition, manifest, members: staffMembers(manifest.staff ?? []) } };
}

const NOT_SEEN = "There is no such student among those whom you may see.";

/** Who the student is, as far as the reader sees it. */
export function studentHead({ row, as, edition, members }: SeenStudent): StudentHead {
  const { student, givenName, familyName, grade, schoolName, isEnrolled } = row;
  return {
    ...{ key: student, id: student, givenName, familyName, schoolName, isEnrolled },
    gradeName: isGrade(grade) ? gradeName(grade) : "",
    counselors: caseloadOf(row).map((id) => counselorName(id, members)),
    programs: as.seesPlans ? programsOf(row) : [],
    attendance: as.seesPlans ? attendanceOf(row) : null,
    asOf: edition.asOf,
  };
}

const counselorName = (id: string, members: readonly StaffMember[]): string =>
  members.find(({ roles }) => roles.some(({ counselors }) => counselors.includes(id)))?.name || id;

const programsOf = ({ disability, englishLearner }: StudentRow): readonly string[] => [
  ...(disability === "yes" ? ["IEP"] : []),
  ...(englishLearner === "yes" ? ["English learner"] : []),
];

const attendanceOf = ({ enrolledDays, absentDays, isChronicallyAbsent }: StudentRow) =>
  enrolledDays === 0 ? null : { enrolledDays, absentDays, isChronic: isChronicallyAbsent };
