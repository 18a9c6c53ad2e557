import type { RequirementStanding } from "../../domain/plans/requirement-standing.ts";
import type { ReviewStatus } from "../../domain/plans/review-status.ts";
import { standingOfStatus } from "../../mandates/clock/answer.ts";
import { reviewPartOf } from "../../metrics/questions/requirement-answers.ts";
import { isNeedColumn, requirementColumns, type StudentRow } from "./students-table.ts";

/** Which students of a staff edition are asked for: those of a number on a page. All parts hold together. */
export interface StudentFilter {
  /** A school's id; null for every school. */
  readonly school: string | null;
  readonly grade: string | null;
  /** The counselor by whom figures count the student: of the plan, else the first of the caseloads. The empty text asks for students without a counselor. */
  readonly counselor: string | null;
  /** A counselor whose caseload the student is in, by the plan or by the district's list. */
  readonly caseload: string | null;
  /** A requirement's id; `all` for all requirements together, `all-reviews` for all reviews together. */
  readonly requirement: string | null;
  /** With a requirement: a part of its bar, such as `not-held`, or a standing, such as `not-met`. */
  readonly status: string | null;
  /** A need of the worklist: of the requirement, where one is asked for. */
  readonly need: string | null;
  /** A problem of records, such as `wrong-school`. */
  readonly problem: string | null;
}

/** Of all requirements together, and of all reviews together. */
export const ALL_REQUIREMENTS = "all";
export const ALL_REVIEWS = "all-reviews";

/** Whether what is asked tells of plans or reviews, and not of enrollments and records alone. */
export const tellsOfPlans = ({ requirement, status, need }: StudentFilter): boolean =>
  requirement !== null || status !== null || (need !== null && need !== "fix-record");

/** Counselors as the table of students has them. */
export const caseloadText = (counselors: readonly string[]): string => counselors.join(";");

/** Every counselor whose caseload a student is in. */
export const caseloadOf = ({ caseload }: Pick<StudentRow, "caseload">): readonly string[] =>
  caseload === "" ? [] : caseload.split(";");

/** Problems of records as the table of students has them. */
export const problemsText = (
  problems: readonly { readonly problem: string; readonly sinceOn: string }[],
): string => problems.map(({ problem, sinceOn }) => `${problem}@${sinceOn}`).join(";");

/** The problems of a student's records, each with the day since when. */
export const problemsOf = ({ recordProblems }: Pick<StudentRow, "recordProblems">) =>
  recordProblems
    .split(";")
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [problem = "", sinceOn = ""] = entry.split("@");
      return { problem, sinceOn };
    });

/**
 * The problems that are a task of their own: that an enrolled student has no plan is not, where a
 * requirement waits for the plan already.
 */
export const recordsToFix = (row: StudentRow) => {
  const waitsForPlan = Object.entries(row).some(
    ([column, need]) => isNeedColumn(column) && (need === "no-plan" || need === "plan-missing"),
  );
  return problemsOf(row).filter(
    ({ problem }) => problem !== "enrolled-without-plan" || !waitsForPlan,
  );
};

/** Whether a student is one of those that a filter asks for. */
export function isAsked(
  row: StudentRow,
  filter: StudentFilter,
  requirements: readonly string[],
): boolean {
  const { school, grade, counselor, caseload, requirement, status, need, problem } = filter;
  return (
    (school === null || row.school === school) &&
    (grade === null || row.grade === grade) &&
    (counselor === null || row.counselor === counselor) &&
    (caseload === null || caseloadOf(row).includes(caseload)) &&
    (requirement === null || isUnder(row, requirement)) &&
    (status === null || requirement === null || hasStatus(row, requirement, status)) &&
    (need === null || hasNeed(row, requirement === null ? requirements : [requirement], need)) &&
    (problem === null || problemsOf(row).some((recordProblem) => recordProblem.problem === problem))
  );
}

/** Whether the requirement is asked of the student at all: who has left and who is not under the mandate is in no bar. */
const isUnder = (row: StudentRow, requirement: string): boolean =>
  row.isEnrolled &&
  row.isUnderMandate &&
  (requirement === ALL_REQUIREMENTS ||
    requirement === ALL_REVIEWS ||
    row[requirementColumns(requirement).status] !== "");

function hasStatus(row: StudentRow, requirement: string, status: string): boolean {
  if (requirement === ALL_REQUIREMENTS) return row.requirements === status;
  if (requirement === ALL_REVIEWS) return row.reviews === status;
  const columns = requirementColumns(requirement);
  const answer = row[columns.status] as ReviewStatus | RequirementStanding;
  const dueOn = row[columns.dueOn] as string | null;
  return reviewPartOf(answer, dueOn) === status || standingOfStatus(answer, dueOn) === status;
}

const hasNeed = (row: StudentRow, requirements: readonly string[], need: string): boolean =>
  need === "fix-record"
    ? recordsToFix(row).length > 0
    : requirements.some((id) => row[requirementColumns(id).need] === need);
