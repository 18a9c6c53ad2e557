import { gradeName, isGrade } from "../domain/people/grade.ts";
import { REVIEW_PARTS, STANDING_PARTS } from "../domain/figures/parts.ts";
import {
  ALL_REQUIREMENTS,
  ALL_REVIEWS,
  type StudentFilter,
} from "../reports/students/student-filter.ts";
import { WORKLIST_NEEDS } from "../reports/worklist/worklist-entries.ts";
import { needName, type Need } from "../metrics/questions/needs.ts";
import {
  RECORD_PROBLEM_DEFINITIONS,
  RECORD_PROBLEMS,
  type RecordProblem,
} from "../metrics/cube/record-problem.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import { schoolsMeant, schoolsToTry } from "../domain/text/schools-meant.ts";
import type { ConsoleReader } from "./console-reader.ts";

/** The filter that an address asks for; in words why not where a school is not there. */
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
  };
}

export const noSchool = (asked: string, schools: ConsoleReader["schools"]): string =>
  `no such school among those you may see; ${schoolsToTry(schools, asked)}`;

/** Why a filter asks for nothing that there is: an empty list would say that there is nobody. */
export function faultOf(
  { grade, requirement, status, need, problem }: StudentFilter,
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
  return null;
}

/** The filter as the heading of the list: "Second review: not held, grade 11, Grand Bend High School". */
export function filterInWords(
  { school, grade, counselor, caseload, requirement, status, need, problem }: StudentFilter,
  requirements: readonly RequirementSummary[],
  schools: ConsoleReader["schools"],
): string {
  const rule = requirements.find(({ id }) => id === requirement);
  const name =
    requirement === ALL_REQUIREMENTS
      ? "All requirements together"
      : requirement === ALL_REVIEWS
        ? "All reviews together"
        : rule?.name;
  const part = [...REVIEW_PARTS, ...STANDING_PARTS].find(({ id }) => id === status)?.name;
  const needed =
    need === null
      ? undefined
      : need === "fix-record"
        ? "Record to fix"
        : needName(rule?.thing ?? "Review", need as Need);
  const about = [part, needed].filter((word) => word !== undefined).join(", ");
  const what = name === undefined ? about : about === "" ? name : `${name}: ${about.toLowerCase()}`;
  return [
    what === "" ? "All students" : what,
    problem === null ? "" : RECORD_PROBLEM_DEFINITIONS[problem as RecordProblem].name,
    grade === null || !isGrade(grade) ? "" : gradeName(grade).toLowerCase(),
    counselor === null ? "" : counselor === "" ? "without a counselor" : `counselor ${counselor}`,
    caseload === null ? "" : `caseload of ${caseload}`,
    schools.find(({ id }) => id === school)?.name ?? "",
  ]
    .filter((phrase) => phrase !== "")
    .join(", ");
}
