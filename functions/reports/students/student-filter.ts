import type { RequirementStanding } from "../../domain/plans/requirement-standing.ts";
import type { ReviewStatus } from "../../domain/plans/review-status.ts";
import { standingOfStatus } from "../../mandates/clock/answer.ts";
import { reviewPartOf } from "../../metrics/questions/requirement-answers.ts";
import { isPastDue, type WorklistNeed } from "../../metrics/questions/worklist-needs.ts";
import { requirementColumns, type StudentRow } from "./students-table.ts";

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
  /** Something of the requirement, where one is asked for, else of any: past its due day, or due within 30 days. */
  readonly due: (typeof DUE_PARTS)[number] | null;
  /** With `until`: something to be done has its due day between the two, both included. */
  readonly from: string | null;
  readonly until: string | null;
  /** `none`: enrolled and under the mandate, and no plan is open. */
  readonly plan: (typeof PLAN_PARTS)[number] | null;
  /** The last review was held on this day or after it. */
  readonly held: string | null;
  readonly flag: StudentFlag | null;
  /** `yes`: enrolled on the edition's day. `no`: left, and listed for as long as a plan is open. */
  readonly enrolled: (typeof ENROLLED_PARTS)[number] | null;
}

export const DUE_PARTS = ["overdue", "soon"] as const;
export const PLAN_PARTS = ["none"] as const;
export const ENROLLED_PARTS = ["yes", "no"] as const;
export const STUDENT_FLAGS = ["chronic", "iep", "504", "english-learner"] as const;
export type StudentFlag = (typeof STUDENT_FLAGS)[number];

/** Asks for everybody. */
export const EVERY_STUDENT: StudentFilter = {
  ...{ school: null, grade: null, counselor: null, caseload: null, requirement: null },
  ...{ status: null, need: null, problem: null, due: null, from: null, until: null },
  ...{ plan: null, held: null, flag: null, enrolled: null },
};

/** The parts of a filter in the order in which an address has them. */
export const FILTER_PARTS = Object.keys(EVERY_STUDENT) as readonly (keyof StudentFilter)[];

/** A filter as the query of the list's address. */
export function queryOf(filter: Partial<StudentFilter>): string {
  const query = new URLSearchParams();
  for (const part of FILTER_PARTS) {
    const value = filter[part];
    if (typeof value === "string") query.set(part, value);
  }
  return query.toString();
}

/** Of all requirements together, and of all reviews together. */
export const ALL_REQUIREMENTS = "all";
export const ALL_REVIEWS = "all-reviews";

/** Whether what is asked tells of plans, reviews, attendance or programs, and not of enrollments and records alone. */
export const tellsOfPlans = ({ need, ...filter }: StudentFilter): boolean =>
  (need !== null && need !== "fix-record") || PARTS_OF_PLANS.some((part) => filter[part] !== null);

const PARTS_OF_PLANS = [
  ...(["requirement", "status", "due", "from", "until", "plan", "held", "flag"] as const),
];

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
export const recordsToFix = (row: StudentRow, requirements: readonly string[]) => {
  const problems = problemsOf(row);
  if (problems.length === 0) return problems;
  const waitsForPlan = requirements.some((id) => {
    const need = row[requirementColumns(id).need];
    return need === "no-plan" || need === "plan-missing";
  });
  return problems.filter(({ problem }) => problem !== "enrolled-without-plan" || !waitsForPlan);
};

/**
 * Whether a student is one of those that a filter asks for.
 * @param requirements the ids of all requirements of the mandate
 */
export function isAsked(
  row: StudentRow,
  filter: StudentFilter,
  requirements: readonly string[],
): boolean {
  const { school, grade, counselor, caseload, requirement, status, need, problem } = filter;
  const asked =
    requirement === null || requirement === ALL_REQUIREMENTS || requirement === ALL_REVIEWS
      ? requirements
      : [requirement];
  return (
    (school === null || row.school === school) &&
    (grade === null || row.grade === grade) &&
    (counselor === null || row.counselor === counselor) &&
    (caseload === null || caseloadOf(row).includes(caseload)) &&
    (filter.plan === null || (row.isEnrolled && row.isUnderMandate && !row.hasOpenPlan)) &&
    (filter.held === null || (row.lastReviewOn !== null && row.lastReviewOn >= filter.held)) &&
    (filter.flag === null || FLAGS[filter.flag](row)) &&
    (filter.enrolled === null || row.isEnrolled === (filter.enrolled === "yes")) &&
    (requirement === null || isUnder(row, requirement)) &&
    (status === null || requirement === null || hasStatus(row, requirement, status)) &&
    (need === null || hasNeed(row, need === "fix-record" ? requirements : asked, need)) &&
    (problem === null ||
      problemsOf(row).some((recordProblem) => recordProblem.problem === problem)) &&
    isDue(row, filter, asked)
  );
}

const FLAGS: { readonly [flag in StudentFlag]: (row: StudentRow) => boolean } = {
  chronic: ({ isChronicallyAbsent }) => isChronicallyAbsent,
  iep: ({ disability }) => disability === "yes",
  "504": ({ section504 }) => section504 === "yes",
  "english-learner": ({ englishLearner }) => englishLearner === "yes",
};

/** Whether anything of the requirements is due as a filter asks. */
function isDue(
  row: StudentRow,
  { due, from, until }: StudentFilter,
  requirements: readonly string[],
): boolean {
  if (due === null && from === null && until === null) return true;
  return requirements.some((id) => {
    const columns = requirementColumns(id);
    const need = row[columns.need] as WorklistNeed | "";
    if (need === "") return false;
    const dueOn = row[columns.dueOn] as string | null;
    return (
      (due !== "overdue" || isPastDue(need)) &&
      (due !== "soon" || need === "due-soon") &&
      (from === null || (dueOn !== null && dueOn >= from)) &&
      (until === null || (dueOn !== null && dueOn <= until))
    );
  });
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
    ? recordsToFix(row, requirements).length > 0
    : requirements.some((id) => row[requirementColumns(id).need] === need);
