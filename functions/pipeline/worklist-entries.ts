import type { Day } from "../domain/day.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import type { RequirementStanding } from "../domain/requirement-standing.ts";
import type { ReviewStatus } from "../domain/review-status.ts";
import type { AssessedStudent, MeasureContext } from "../metrics/metric.ts";
import {
  RECORD_PROBLEM_DEFINITIONS,
  type RecordOwner,
  type RecordProblem,
} from "../metrics/record-problem.ts";
import type { SchoolRecords } from "../metrics/school-records.ts";
import { needOf, needOfStanding, NEEDS, schoolDiscrepancies } from "../metrics/school-partial.ts";

/** What something is to be done about: a review, a plan, or a record that two systems tell differently. */
export const WORKLIST_NEEDS = [...NEEDS, "mend-record"] as const;
export type WorklistNeed = (typeof WORKLIST_NEEDS)[number];

/** One student of whom something is to be done, and why. It names a student: never public, never logged. */
export interface WorklistEntry {
  readonly student: StudentId;
  readonly givenName: string;
  readonly familyName: string;
  readonly grade: string;
  readonly school: SchoolId;
  readonly schoolName: string;
  readonly counselor: string;
  readonly requirement: string;
  readonly requirementName: string;
  readonly rule: string;
  /** Where the rule is written; empty where a record is to be mended. */
  readonly citation: string;
  /** A standing where no review is clocked; empty where a record is to be mended. */
  readonly status: ReviewStatus | RequirementStanding | "";
  readonly need: WorklistNeed;
  /** Who can do it. */
  readonly owner: RecordOwner;
  /** Since when a record is to be mended. */
  readonly sinceOn: Day | null;
  readonly dueOn: Day | null;
  readonly daysLeft: number | null;
  readonly because: string;
  readonly asOf: Day;
}

/** Entries of the students of one school for whom something is to be done now. */
export function worklistEntries(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  schoolName: string,
  context: MeasureContext,
): readonly WorklistEntry[] {
  const { asOf, holds } = context;
  // Where no plans were sent, nobody is known to be without one.
  if (!holds.plans) return [];
  const reviews = students.flatMap(({ record, answers, requirements }) => {
    // Without a plan its content and its signatures come after it.
    const isPlanMissing = answers.some(({ status }) => status === "plan-missing");
    return requirements.flatMap((answer): WorklistEntry | [] => {
      if (answer.kind === "standing" && isPlanMissing) return [];
      const need = answer.kind === "review" ? needOf(answer, asOf) : needOfStanding(answer, asOf);
      if (need === null) return [];
      const counselor = record.document?.plans.find((plan) => plan.counselor !== "")?.counselor;
      return {
        student: record.student.student,
        givenName: record.student.givenName,
        familyName: record.student.familyName,
        grade: record.student.grade ?? "",
        school: records.school,
        schoolName,
        counselor: counselor ?? "",
        requirement: answer.requirement.id,
        requirementName: answer.requirement.name,
        rule: answer.requirement.rule,
        citation: answer.requirement.citation,
        status: answer.status,
        need,
        dueOn: answer.dueOn,
        daysLeft: answer.daysLeft,
        because: answer.because,
        owner: "counselor",
        sinceOn: null,
        asOf,
      };
    });
  });
  const withoutPlan = new Set(
    reviews.filter(({ need }) => need === "no-plan").map(({ student }) => student),
  );
  return [...reviews, ...recordEntries(records, students, schoolName, context, withoutPlan)];
}

/** Records to be mended, without the students who are listed as without a plan already. */
function recordEntries(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  schoolName: string,
  context: MeasureContext,
  withoutPlan: ReadonlySet<StudentId>,
): readonly WorklistEntry[] {
  const byId = new Map(records.students.map((record) => [record.student.student, record]));
  return schoolDiscrepancies(records, students, context)
    .filter(({ problem, student }) => isListed(problem, withoutPlan.has(student)))
    .flatMap(({ student, problem, sinceOn }): WorklistEntry | [] => {
      const record = byId.get(student);
      if (record === undefined) return [];
      const { name, cause, owner, remedy } = RECORD_PROBLEM_DEFINITIONS[problem];
      return {
        student,
        givenName: record.student.givenName,
        familyName: record.student.familyName,
        grade: record.student.grade ?? "",
        school: records.school,
        schoolName,
        counselor: record.document?.plans.find((plan) => plan.counselor !== "")?.counselor ?? "",
        requirement: `record-${problem}`,
        requirementName: name,
        rule: remedy,
        citation: "",
        status: "",
        need: "mend-record",
        dueOn: null,
        daysLeft: null,
        because: cause,
        owner,
        sinceOn,
        asOf: context.asOf,
      };
    });
}

/** A fault of the whole plan file is in the table of discrepancies: no student's record is to be mended. */
function isListed(problem: RecordProblem, isListedWithoutPlan: boolean): boolean {
  if (problem === "stale-plan-file") return false;
  return problem !== "enrolled-without-plan" || !isListedWithoutPlan;
}
