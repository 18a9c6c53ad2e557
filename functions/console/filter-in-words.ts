import type { Day } from "../domain/calendar/day.ts";
import { longDay } from "../domain/calendar/long-day.ts";
import { REVIEW_PARTS, STANDING_PARTS } from "../domain/figures/parts.ts";
import { gradeName, isGrade } from "../domain/people/grade.ts";
import { RECORD_PROBLEM_DEFINITIONS, type RecordProblem } from "../metrics/cube/record-problem.ts";
import { needName, type Need } from "../metrics/questions/needs.ts";
import { waitingName } from "../metrics/questions/waiting-name.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import {
  ALL_REQUIREMENTS,
  ALL_REVIEWS,
  type ENROLLED_PARTS,
  type StudentFilter,
  type StudentFlag,
} from "../reports/students/student-filter.ts";
import type { ConsoleReader } from "./console-reader.ts";

/** The filter as the heading of the list: "Second review: not held, grade 11, Grand Bend High School". */
export function filterInWords(
  filter: StudentFilter,
  requirements: readonly RequirementSummary[],
  { schools, counselorName }: Pick<ConsoleReader, "schools" | "counselorName">,
): string {
  const { school, grade, counselor, caseload, problem, flag, held } = filter;
  const phrases = [
    requirementInWords(filter, requirements),
    filter.enrolled === null ? "" : ENROLLED_NAMES[filter.enrolled],
    filter.plan === null ? "" : "no open plan",
    problem === null ? "" : RECORD_PROBLEM_DEFINITIONS[problem as RecordProblem].name,
    windowInWords(filter),
    held === null ? "" : `reviewed on ${longDay(held as Day)} or later`,
    flag === null ? "" : FLAG_NAMES[flag],
    grade === null || !isGrade(grade) ? "" : gradeName(grade).toLowerCase(),
    counselor === null
      ? ""
      : counselor === ""
        ? "without a counselor"
        : `counselor ${counselorName(counselor)}`,
    caseload === null ? "" : `caseload of ${counselorName(caseload)}`,
  ].filter((phrase) => phrase !== "");
  const place = schools.find(({ id }) => id === school)?.name ?? "";
  const [first = "All students", ...others] = phrases;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others, place]
    .filter((phrase) => phrase !== "")
    .join(", ");
}

export const FLAG_NAMES: { readonly [flag in StudentFlag]: string } = {
  chronic: "chronically absent",
  iep: "with an IEP",
  "504": "with a Section 504 plan",
  "english-learner": "English learners",
};

export const ENROLLED_NAMES: { readonly [enrolled in (typeof ENROLLED_PARTS)[number]]: string } = {
  yes: "enrolled",
  no: "left with an open plan",
};

/** The requirement that is asked for, and which answer to it; empty if neither is. */
function requirementInWords(
  { requirement, status, need, due }: StudentFilter,
  requirements: readonly RequirementSummary[],
): string {
  const rule = requirements.find(({ id }) => id === requirement);
  const name =
    requirement === ALL_REQUIREMENTS
      ? "All requirements together"
      : requirement === ALL_REVIEWS
        ? "All reviews together"
        : rule !== undefined && status === null && (need !== null || due !== null)
          ? waitingName(rule, requirements)
          : rule?.name;
  const about = [
    [...REVIEW_PARTS, ...STANDING_PARTS].find(({ id }) => id === status)?.name,
    need === null
      ? undefined
      : need === "fix-record"
        ? "Record to fix"
        : needName(rule?.thing ?? "Review", need as Need),
    due === "overdue" ? "Overdue" : due === "soon" ? "Due within 30 days" : undefined,
  ]
    .filter((word) => word !== undefined)
    .join(", ");
  if (name === undefined) return about;
  return about === "" ? name : `${name}: ${about.toLowerCase()}`;
}

function windowInWords({ from, until }: StudentFilter): string {
  const [first, last] = [from, until].map((on) => (on === null ? null : longDay(on as Day)));
  if (first !== null && last !== null) return `due from ${first} to ${last}`;
  if (first !== null) return `due on ${first} or later`;
  return last === null ? "" : `due by ${last}`;
}
