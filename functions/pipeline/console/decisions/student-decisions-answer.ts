import { ofStudent, permit } from "../../../access/permit.ts";
import type { RequestKind } from "../../../access/grants.ts";
import { EXEMPTION_REASONS, EXEMPTION_REASON_NAMES } from "../../../domain/plans/exemption.ts";
import { staffMembers } from "../../../domain/people/staff-member.ts";
import type { ListedDecision, StudentDecisions } from "../../../console/decision-answers.ts";
import { json, words } from "../../../console/plain-answers.ts";
import { scopeOf, seenAs } from "../../../console/seen-as.ts";
import type { StudentRow } from "../../../reports/students/students-table.ts";
import { districtMandate } from "../../measure/district-mandate.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../../console/answers.ts";
import type { ConsoleCase } from "../console-case.ts";
import { editionStudents } from "../edition-students.ts";
import { noteLook } from "../note-look.ts";
import { seenDecisions } from "../seen-decisions.ts";
import { signature } from "./decision-answer.ts";
import { decisionTeller } from "./listed-decisions.ts";

/**
 * Answers `/console/student-decisions`: what the reader may decide about a student, and what was decided
 * one by one, the newest first. A student whose plans the reader may not see is answered no otherwise than
 * one who is not there.
 */
export async function studentDecisionsAnswer(
  of: ConsoleCase,
  { student: key }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  if (key === null || key === "") return words(400, "say which student is meant");
  const student = of.keys.studentOf(key);
  const row = (await editionStudents(of))?.rows.find((listed) => listed.student === student);
  const as = row === undefined ? null : seenAs(of, row);
  const look = { kind: "see-student" as const, what: "decisions about a student" };
  if (row === undefined || as?.seesPlans !== true) {
    const refused = { isAllowed: false, because: NOT_SEEN, role: null };
    await noteLook(of, { ...look, permit: refused, schools: null, student });
    return words(404, NOT_SEEN);
  }
  const more = { schools: [row.school], students: 1, student };
  await noteLook(of, { ...look, permit: as.permit, ...more });
  return json(await studentDecisions(of, row));
}

const NOT_SEEN = "There is no student with this id among those whose plans you may see.";

async function studentDecisions(of: ConsoleCase, row: StudentRow): Promise<StudentDecisions> {
  const { requirements } = await districtMandate(of.places.records, of.who.district);
  const may = (kind: RequestKind): boolean =>
    permit(of.reader, kind, ofStudent(scopeOf(row)), of.schools).isAllowed;
  const canExempt = may("record-exemption");
  return {
    student: of.keys.keyOf(row.student),
    signedAs: signature(of),
    firstDay: of.latest?.asOf ?? of.at.slice(0, 10),
    canExempt,
    canAttest: may("record-attestation"),
    canAssign: may("assign-counselor"),
    others: canExempt
      ? ""
      : "The principal of the student’s school or a district leader can exempt the student.",
    requirements: requirements.map(({ id, name }) => ({ id, name })),
    reasons: EXEMPTION_REASONS.map((id) => ({ id, name: EXEMPTION_REASON_NAMES[id] })),
    counselors: counselorsAt(of, row.school),
    decided: await decisionsAbout(of, row),
  };
}

const decisionsAbout = async (
  of: ConsoleCase,
  row: StudentRow,
): Promise<readonly ListedDecision[]> => {
  const tell = await decisionTeller(of);
  const seen = await seenDecisions(of, new Map([[row.student, row]]));
  return seen.filter(({ decided }) => decided.student === row.student).map(tell);
};

/** The counselors whom the staff list has at a school, each under the ids that plans and caseloads use. */
const counselorsAt = ({ manifest }: ConsoleCase, school: string): StudentDecisions["counselors"] =>
  staffMembers(manifest?.staff ?? []).flatMap(({ name, staff, roles }) =>
    roles
      .filter((held) => held.role === "counselor" && held.schools.includes(school))
      .flatMap(({ counselors }) => counselors)
      .map((id) => ({ id, name: `${name === "" ? staff : name} (${id})` })),
  );
