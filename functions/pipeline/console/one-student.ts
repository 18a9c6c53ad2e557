import { DISTRICT, permit } from "../../access/permit.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { listedStudent } from "../../console/listed-student.ts";
import { words } from "../../console/plain-answers.ts";
import { seenAs, type SeenStudent } from "../../console/seen-as.ts";
import type { StudentHead } from "../../console/student-page/student-page.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { studentId } from "../../domain/ids.ts";
import { gradeName, isGrade } from "../../domain/people/grade.ts";
import type { StudentRecord } from "../../metrics/students/school-records.ts";
import { foundStudent } from "../worklist/explain.ts";
import type { ConsoleCase } from "./console-case.ts";
import { editionStudents, type EditionStudents } from "./edition-students.ts";
import { noteLook } from "./note-look.ts";

/** One student of the current edition whom the reader sees. */
export interface OneSeen extends SeenStudent {
  readonly students: EditionStudents;
  readonly manifest: ConformedManifest;
}

/**
 * The student whose key a request has, once the look is logged; otherwise the answer that says why
 * not. A student whom the reader may not see gets the same answer as one who is not there.
 * @param what the log says was looked at
 */
export async function oneSeen(
  of: ConsoleCase,
  { student: key }: ConsoleRequest,
  what: string,
): Promise<{ readonly seen: OneSeen } | { readonly refused: ConsoleAnswer }> {
  if (key === null || key === "") return { refused: words(400, "say which student is meant") };
  const students = await editionStudents(of);
  const { manifest } = of;
  if (manifest === null || students === null) {
    return { refused: words(404, "no edition is written yet") };
  }
  const student = of.keys.studentOf(key);
  const row = students.rows.find((listed) => listed.student === student);
  const as = row === undefined ? null : seenAs(of, row);
  if (row === undefined || as === null) {
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
  return { seen: { row, ...as, students, manifest } };
}

const NOT_SEEN = "There is no such student among those whom you may see.";

/** Who the student is, as far as the reader sees it. */
export function studentHead({ keys, counselorName }: ConsoleCase, seen: OneSeen): StudentHead {
  const { requirements, asOf } = seen.students;
  const filter = { requirement: null, problem: null };
  const listed = listedStudent(seen, { filter, requirements, asOf, keys, counselorName });
  const { key, student, givenName, familyName, schoolName, isEnrolled, grade } = listed;
  return {
    ...{ key, id: student, givenName, familyName, schoolName, isEnrolled, asOf },
    gradeName: isGrade(grade) ? gradeName(grade) : "",
    counselors: listed.counselors.map(({ name }) => name),
    programs: listed.programs,
    attendance: listed.attendance,
  };
}

/** An edition is kept longer than the exports that it was made from. */
export const RECORDS_GONE =
  "The exports in use no longer have this student’s records, so there is nothing to show beside the list. The next edition will leave the student out.";

/**
 * A student's records of the school year and of earlier years; null where the exports no longer
 * have them.
 */
export async function studentRecord(
  { places }: ConsoleCase,
  { row, students, manifest }: OneSeen,
): Promise<StudentRecord | null> {
  const id = studentId(row.student);
  const studentCase = await foundStudent(places.records, manifest, id, students.asOf);
  return studentCase?.record ?? null;
}
