import { byText } from "../../domain/text/compare-text.ts";
import { permit, DISTRICT } from "../../access/permit.ts";
import { studentId } from "../../domain/ids.ts";
import { districtMandate } from "../measure/district-mandate.ts";
import { explain, foundStudent } from "../worklist/explain.ts";
import type { ConsoleAnswer, ConsoleRequest, OneStudent } from "../../console/answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { json, words } from "../../console/plain-answers.ts";
import { editionStudents } from "./edition-students.ts";
import { seenAs } from "../../console/seen-as.ts";

/**
 * Answers `/console/student`: one student of the current edition, with the records of all years. A
 * student whom the reader may not see is answered no otherwise than one who is not there.
 */
export async function oneStudentAnswer(
  of: ConsoleCase,
  { student: key }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const { manifest, latest, places, who } = of;
  if (key === null || key === "") return words(400, "say which student is meant");
  const students = await editionStudents(of);
  if (manifest === null || latest === null || students === null)
    return words(404, "no edition is written yet");
  const student = of.keys.studentOf(key);
  const row = students.rows.find((known) => known.student === student);
  const as = row === undefined ? null : seenAs(of, row);
  if (student === null || row === undefined || as === null) {
    const refused = permit(of.reader, "see-student", DISTRICT, of.schools);
    await noteLook(of, {
      kind: "see-student",
      what: "student",
      permit: { ...refused, isAllowed: false, because: NOT_SEEN },
      schools: null,
      student,
    });
    return words(404, NOT_SEEN);
  }
  await noteLook(of, {
    kind: as.seesPlans ? "see-student" : "see-records",
    what: "student",
    permit: as.permit,
    schools: [row.school],
    students: 1,
    student,
  });
  const id = studentId(student);
  const record = await foundStudent(places.records, manifest, id, latest.asOf);
  const mandate = await districtMandate(places.records, who.district);
  return json({
    explanation: as.seesPlans
      ? await explain(places, who.district, id, latest.asOf, mandate)
      : null,
    enrollments: (record?.record.enrollments ?? [])
      .map(({ school, enteredOn, withdrewOn }) => ({
        schoolName: of.schools.find((candidate) => candidate.id === school)?.name ?? school,
        enteredOn,
        withdrewOn,
      }))
      .sort(byText(({ enteredOn }) => enteredOn)),
    because: as.permit.because,
  } satisfies OneStudent);
}

const NOT_SEEN = "There is no student with this id among those whom you may see.";
