import { isGrade } from "../domain/people/grade.ts";
import { REVIEW_PARTS, STANDING_PARTS } from "../domain/figures/parts.ts";
import { isDay } from "../domain/calendar/day.ts";
import {
  ALL_REQUIREMENTS,
  ALL_REVIEWS,
  DUE_PARTS,
  ENROLLED_PARTS,
  PLAN_PARTS,
  STUDENT_FLAGS,
  type StudentFilter,
} from "../reports/students/student-filter.ts";
import { WORKLIST_NEEDS } from "../metrics/questions/worklist-needs.ts";
import { RECORD_PROBLEMS } from "../metrics/cube/record-problem.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import { schoolsMeant, schoolsToTry } from "../domain/text/schools-meant.ts";
import type { ConsoleReader } from "./console-reader.ts";

/**
 * The filter that an address asks for, or in words why there is none, such as an unknown school.
 */
export function filterOf(
  query: URLSearchParams,
  schools: ConsoleReader["schools"],
): StudentFilter | string {
  const askedSchool = query.get("school");
  const [school, ...others] = askedSchool === null ? [] : schoolsMeant(schools, askedSchool);
  if (others.length > 0) return "several schools have this name; give its id";
  const given = (name: string): string | null => {
    const value = query.get(name);
    return value === null || value === "" ? null : value;
  };
  return {
    // The answer for a school that the reader may not see is the same as for one that does not
    // exist.
    school: askedSchool === null ? null : (school?.id ?? "\u0000"),
    grade: given("grade"),
    counselor: query.get("counselor"),
    caseload: given("caseload"),
    requirement: given("requirement"),
    status: given("status"),
    need: given("need"),
    problem: given("problem"),
    // Values that are not allowed are found by `faultOf`.
    due: given("due") as StudentFilter["due"],
    from: given("from"),
    until: given("until"),
    plan: given("plan") as StudentFilter["plan"],
    held: given("held"),
    flag: given("flag") as StudentFilter["flag"],
    enrolled: given("enrolled") as StudentFilter["enrolled"],
  };
}

export const noSchool = (asked: string, schools: ConsoleReader["schools"]): string =>
  `no such school among those you may see; ${schoolsToTry(schools, asked)}`;

/**
 * Why a filter asks for something that does not exist: an empty list would suggest that no student
 * matches.
 */
export function faultOf(
  { grade, requirement, status, need, problem, ...others }: StudentFilter,
  requirements: readonly RequirementSummary[],
): string | null {
  const requirementIds = [ALL_REQUIREMENTS, ALL_REVIEWS, ...requirements.map(({ id }) => id)];
  if (grade !== null && !isGrade(grade))
    return "there is no such grade; use a CEDS code, such as 09";
  if (requirement !== null && !requirementIds.includes(requirement)) {
    return `the mandate has no such requirement; use one of: ${requirementIds.join(", ")}`;
  }
  if (status !== null && requirement === null)
    return "a status belongs to a requirement; give both";
  const statuses = [...REVIEW_PARTS, ...STANDING_PARTS].map(({ id }): string => id);
  if (status !== null && !statuses.includes(status)) {
    return `there is no such status; use one of: ${[...new Set(statuses)].join(", ")}`;
  }
  if (need !== null && !WORKLIST_NEEDS.some((name) => name === need)) {
    return `there is no such need; use one of: ${WORKLIST_NEEDS.join(", ")}`;
  }
  if (problem !== null && !RECORD_PROBLEMS.some((name) => name === problem)) {
    return `there is no such problem; use one of: ${RECORD_PROBLEMS.join(", ")}`;
  }
  return dayFault(others) ?? partFault(others);
}

type OtherParts = Pick<
  StudentFilter,
  "due" | "from" | "until" | "plan" | "held" | "flag" | "enrolled"
>;

function dayFault({ from, until, held }: OtherParts): string | null {
  for (const on of [from, until, held]) {
    if (on !== null && !isDay(on)) return "a date is written as YYYY-MM-DD, such as 2022-05-20";
  }
  return from !== null && until !== null && until < from
    ? "the last date is before the first"
    : null;
}

function partFault({ due, plan, flag, enrolled }: OtherParts): string | null {
  const parts = [
    ["due", due, DUE_PARTS],
    ["plan", plan, PLAN_PARTS],
    ["flag", flag, STUDENT_FLAGS],
    ["enrolled", enrolled, ENROLLED_PARTS],
  ] as const;
  const wrong = parts.find(
    ([, value, allowed]) => value !== null && !allowed.some((part) => part === value),
  );
  return wrong === undefined
    ? null
    : `there is no such value of ${wrong[0]}; use one of: ${wrong[2].join(", ")}`;
}
