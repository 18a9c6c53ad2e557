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
  if (others.length > 0) return "several schools have this name; take one by its id";
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
  const known = [ALL_REQUIREMENTS, ALL_REVIEWS, ...requirements.map(({ id }) => id)];
  if (grade !== null && !isGrade(grade)) return "grade is none that CEDS codes";
  if (requirement !== null && !known.includes(requirement)) {
    return `requirement is none of the mandate's; known are: ${known.join(", ")}`;
  }
  if (status !== null && requirement === null) return "a status is of a requirement: give both";
  const statuses = [...REVIEW_PARTS, ...STANDING_PARTS].map(({ id }): string => id);
  if (status !== null && !statuses.includes(status)) {
    return `status is none that there is; known are: ${[...new Set(statuses)].join(", ")}`;
  }
  if (need !== null && !WORKLIST_NEEDS.some((one) => one === need)) {
    return `need is none of the worklist's; known are: ${WORKLIST_NEEDS.join(", ")}`;
  }
  if (problem !== null && !RECORD_PROBLEMS.some((one) => one === problem)) {
    return `problem is none that there is; known are: ${RECORD_PROBLEMS.join(", ")}`;
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
  const about = [part, needed].filter((one) => one !== undefined).join(", ");
  const what = name === undefined ? about : about === "" ? name : `${name}: ${about.toLowerCase()}`;
  return [
    what === "" ? "All students" : what,
    problem === null ? "" : RECORD_PROBLEM_DEFINITIONS[problem as RecordProblem].name,
    grade === null || !isGrade(grade) ? "" : gradeName(grade).toLowerCase(),
    counselor === null ? "" : counselor === "" ? "without a counselor" : `counselor ${counselor}`,
    caseload === null ? "" : `caseload of ${caseload}`,
    schools.find(({ id }) => id === school)?.name ?? "",
  ]
    .filter((one) => one !== "")
    .join(", ");
}
