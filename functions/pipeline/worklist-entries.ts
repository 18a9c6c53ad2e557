import type { Day } from "../domain/day.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import type { ReviewStatus } from "../domain/review-status.ts";
import type { AssessedStudent, MeasureContext } from "../metrics/metric.ts";
import { needOf, type Need } from "../metrics/school-partial.ts";

/** One student who needs a review, and why. It names a student: never public, never logged. */
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
  readonly status: ReviewStatus;
  readonly need: Need;
  readonly dueOn: Day | null;
  readonly daysLeft: number | null;
  readonly because: string;
  readonly asOf: Day;
}

/** Entries of the students of one school for whom something is to be done now. */
export function worklistEntries(
  students: readonly AssessedStudent[],
  school: { readonly id: SchoolId; readonly name: string },
  { asOf, holds }: MeasureContext,
): readonly WorklistEntry[] {
  // Where no plans were sent, nobody is known to be without one.
  if (!holds.plans) return [];
  return students.flatMap(({ record, answers }) =>
    answers.flatMap((answer): WorklistEntry | [] => {
      const need = needOf(answer, asOf);
      if (need === null) return [];
      const counselor = record.document?.plans.find((plan) => plan.counselor !== "")?.counselor;
      return {
        student: record.student.student,
        givenName: record.student.givenName,
        familyName: record.student.familyName,
        grade: record.student.grade ?? "",
        school: school.id,
        schoolName: school.name,
        counselor: counselor ?? "",
        requirement: answer.requirement.id,
        requirementName: answer.requirement.name,
        rule: answer.requirement.rule,
        status: answer.status,
        need,
        dueOn: answer.dueOn,
        daysLeft: answer.daysLeft,
        because: answer.because,
        asOf,
      };
    }),
  );
}
