import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { json, words } from "../../console/plain-answers.ts";
import { conferenceSheet } from "../../console/student-page/conference-sheet.ts";
import { studentDue } from "../../console/student-page/student-due.ts";
import { studentGoals } from "../../console/student-page/student-goals.ts";
import type { ConsoleCase } from "./console-case.ts";
import { oneSeen, RECORDS_GONE, studentHead, studentRecord } from "./one-student.ts";

/** Answers `/console/conference-sheet`: what one page for the meeting with student and family says. */
export async function conferenceSheetAnswer(
  of: ConsoleCase,
  request: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const found = await oneSeen(of, request, "conference-sheet");
  if ("refused" in found) return found.refused;
  const { row, seesPlans, students } = found.seen;
  if (!seesPlans) return words(403, NO_PLANS);
  const record = await studentRecord(of, found.seen);
  if (record === null) return words(404, RECORDS_GONE);
  return json(
    conferenceSheet(
      studentHead(of, found.seen),
      row.grade,
      studentGoals(record, students.asOf),
      studentDue(row, students.requirements, students.asOf, true),
    ),
  );
}

const NO_PLANS =
  "A conference sheet is made of plans, and your role sees records alone. The student’s counselor, the principal or a district leader can print it.";
