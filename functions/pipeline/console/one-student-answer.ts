import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { json, words } from "../../console/plain-answers.ts";
import { readersOfStudent } from "../../console/student-page/readers-of-student.ts";
import { studentDue } from "../../console/student-page/student-due.ts";
import { studentGoals } from "../../console/student-page/student-goals.ts";
import type {
  EnrollmentShown,
  StudentPage,
  StudentPlans,
} from "../../console/student-page/student-page.ts";
import { studentStatements } from "../../console/student-page/student-statements.ts";
import { timeline } from "../../console/student-page/timeline.ts";
import { studentId } from "../../domain/ids.ts";
import { staffMembers } from "../../domain/people/staff-member.ts";
import { byText } from "../../domain/text/compare-text.ts";
import { lastReview } from "../../metrics/plans/last-review.ts";
import type { StudentRecord } from "../../metrics/students/school-records.ts";
import { districtMandate } from "../measure/district-mandate.ts";
import { explain } from "../worklist/explain.ts";
import type { ConsoleCase } from "./console-case.ts";
import { oneSeen, RECORDS_GONE, studentHead, studentRecord, type OneSeen } from "./one-student.ts";
import { seenDecisions, statementOf } from "./seen-decisions.ts";

/** Answers `/console/student`: everything of one student that the reader may see, with the records of all years. */
export async function oneStudentAnswer(
  of: ConsoleCase,
  request: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const asked = await oneSeen(of, request, "student");
  if ("refused" in asked) return asked.refused;
  const { seen } = asked;
  const { row, seesPlans, students, manifest } = seen;
  const record = await studentRecord(of, seen);
  if (seesPlans && record === null) return words(404, RECORDS_GONE);
  const enrollments = enrollmentsOf(record, of.schools);
  return json({
    head: studentHead(of, seen),
    due: studentDue(row, students.requirements, students.asOf, seesPlans),
    plans: seesPlans && record !== null ? await plansOf(of, seen, record, enrollments) : null,
    enrollments,
    readers: readersOfStudent(staffMembers(manifest.staff ?? []), row, of.schools),
    because: seen.permit.because,
    whyNotMore: seesPlans ? null : RECORDS_ALONE,
  } satisfies StudentPage);
}

const RECORDS_ALONE =
  "Your role is to keep the records right, so you see enrollments and records to fix. Plans, goals, reviews and attendance are for the student’s counselor, the principal and district leaders.";

async function plansOf(
  of: ConsoleCase,
  { row, students: { requirements, asOf } }: OneSeen,
  record: StudentRecord,
  enrollments: readonly EnrollmentShown[],
): Promise<StudentPlans> {
  const { places, who } = of;
  const mandate = await districtMandate(places.records, who.district);
  const explanation = await explain(places, who.district, studentId(row.student), asOf, mandate);
  const decisions = await seenDecisions(of, new Map([[row.student, row]]));
  const own = decisions.filter(({ decided }) => decided.student === row.student);
  const statements = studentStatements(record, {
    ...{ requirements, asOf, answers: explanation.requirements },
    decided: new Set(own.map(({ decided }) => statementOf(decided))),
  });
  return {
    explanation,
    timeline: timeline(
      record,
      enrollments,
      statements,
      lastReview(record, { mandate, asOf }),
      asOf,
    ),
    goals: studentGoals(record, asOf),
    statements,
  };
}

const enrollmentsOf = (
  record: StudentRecord | null,
  schools: ConsoleCase["schools"],
): readonly EnrollmentShown[] =>
  (record?.enrollments ?? [])
    .map(({ school, enteredOn, withdrewOn }) => ({
      schoolName: schools.find(({ id }) => id === school)?.name ?? school,
      ...{ enteredOn, withdrewOn },
    }))
    .sort(byText(({ enteredOn }) => enteredOn));
