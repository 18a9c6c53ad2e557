import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { json, words } from "../../console/plain-answers.ts";
import { conferenceSheet } from "../../console/student-page/conference-sheet.ts";
import { studentDue } from "../../console/student-page/student-due.ts";
import { studentGoals } from "../../console/student-page/student-goals.ts";
import type { ConsoleCase } from "./console-case.ts";
import { studentRecord } from "./one-student-answer.ts";
import { seenStudent, studentHead } from "./one-student.ts";

/** Answers `/console/conference-sheet`: what one page for the meeting with student and family says. */
export async function conferenceSheetAnswer(
  of: ConsoleCase,
  request: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const found = await seenStudent(of, request, "conference-sheet");
  if ("refused" in found) return found.refused;
  const { row, as, edition } = found.seen;
  if (!as.seesPlans) return words(403, NO_PLANS);
  const record = await studentRecord(of, found.seen);
  return json(
    conferenceSheet(
      studentHead(found.seen),
      row.grade,
      record === null ? [] : studentGoals(record, edition.asOf),
      studentDue(row, edition.requirements, edition.asOf, true),
    ),
  );
}

const NO_PLANS =
  "A conference sheet is made of plans, and your role sees records alone. The student’s counselor, the principal or a district leader can print it.";
