import { CONVERSATION_REASON_NAMES } from "../domain/plans/conversation-reason.ts";
import type { StudentKeys } from "../hashing/student-keys.ts";
import type { PlanToDiscuss } from "../reports/students/plans-to-discuss.ts";
import type { StudentRow } from "../reports/students/students-table.ts";
import type { Conversation } from "./counselor-answers.ts";

/** A plan that needs a conversation as a page shows it. */
export const conversation = (keys: StudentKeys, { row, reasons }: PlanToDiscuss): Conversation => ({
  ...namedStudent(keys, row),
  reasons: reasons.map((id) => ({ id, name: CONVERSATION_REASON_NAMES[id] })),
});

/** Who a student of a page is. */
export const namedStudent = (keys: StudentKeys, row: StudentRow) => ({
  key: keys.keyOf(row.student),
  student: row.student,
  familyName: row.familyName,
  givenName: row.givenName,
  grade: row.grade,
  schoolName: row.schoolName,
});
