import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import type { RequirementStanding } from "../../domain/plans/requirement-standing.ts";
import type { ReviewStatus } from "../../domain/plans/review-status.ts";
import { needName, NEEDS } from "../../metrics/questions/needs.ts";
import {
  RECORD_PROBLEM_DEFINITIONS,
  type RecordOwner,
  type RecordProblem,
} from "../../metrics/cube/record-problem.ts";
import type { RequirementSummary } from "../../releases/manifest/mandate-summary.ts";
import { recordsToFix } from "../students/student-filter.ts";
import { requirementColumns, type StudentRow } from "../students/students-table.ts";
import type { WorklistNeed } from "../../metrics/questions/worklist-needs.ts";

export { WORKLIST_NEEDS, type WorklistNeed } from "../../metrics/questions/worklist-needs.ts";

/** One student of whom something is to be done, and why. It names a student: never public, never logged. */
export interface WorklistEntry {
  readonly student: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly grade: string;
  readonly school: string;
  readonly schoolName: string;
  readonly counselor: string;
  readonly requirement: string;
  readonly requirementName: string;
  readonly rule: string;
  /** Where the rule is written; empty where a record is to be fixed. */
  readonly citation: string;
  /** A standing where no review is clocked; empty where a record is to be fixed. */
  readonly status: ReviewStatus | RequirementStanding | "";
  readonly need: WorklistNeed;
  /** What the student waits for in words, such as "Signature missing". */
  readonly needName: string;
  /** Who can do it. */
  readonly owner: RecordOwner;
  /** Since when a record is to be fixed. */
  readonly sinceOn: Day | null;
  readonly dueOn: Day | null;
  readonly daysLeft: number | null;
  readonly because: string;
  readonly asOf: Day;
}

/** What is to be done about the students of a staff edition, in the order of its rows. */
export const worklistEntries = (
  rows: readonly StudentRow[],
  requirements: readonly RequirementSummary[],
  asOf: Day,
): readonly WorklistEntry[] =>
  rows.flatMap((row) => [
    ...requirements.flatMap((requirement) => requirementEntry(row, requirement, asOf)),
    ...recordEntries(
      row,
      requirements.map(({ id }) => id),
      asOf,
    ),
  ]);

const whom = ({
  student,
  givenName,
  familyName,
  grade,
  school,
  schoolName,
  counselor,
}: StudentRow) => ({
  ...{ student, givenName, familyName, grade, school, schoolName, counselor },
});

function requirementEntry(
  row: StudentRow,
  { id, name, rule, citation, thing }: RequirementSummary,
  asOf: Day,
): readonly WorklistEntry[] {
  const columns = requirementColumns(id);
  const need = NEEDS.find((candidate) => candidate === row[columns.need]);
  if (need === undefined) return [];
  const dueOn = row[columns.dueOn] as Day | null;
  return [
    {
      ...whom(row),
      requirement: id,
      requirementName: name,
      rule,
      citation,
      // What is due soon applies, whatever standing it has before its day.
      status: need === "due-soon" ? "pending" : (row[columns.status] as WorklistEntry["status"]),
      need,
      needName: needName(thing, need),
      owner: "counselor",
      sinceOn: null,
      dueOn,
      daysLeft: dueOn === null ? null : daysBetween(asOf, dueOn),
      because: String(row[columns.because]),
      asOf,
    },
  ];
}

const recordEntries = (
  row: StudentRow,
  requirements: readonly string[],
  asOf: Day,
): readonly WorklistEntry[] =>
  recordsToFix(row, requirements).map((recordProblem): WorklistEntry => {
    const problem = recordProblem.problem as RecordProblem;
    const sinceOn = recordProblem.sinceOn as Day;
    const { name, cause, owner, remedy } = RECORD_PROBLEM_DEFINITIONS[problem];
    return {
      ...whom(row),
      requirement: `record-${problem}`,
      requirementName: name,
      rule: remedy,
      citation: "",
      status: "",
      need: "fix-record",
      needName: "Record to fix",
      owner,
      sinceOn,
      dueOn: null,
      daysLeft: null,
      because: cause,
      asOf,
    };
  });
