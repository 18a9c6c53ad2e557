import { gradeName, isGrade } from "../../domain/people/grade.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { byText } from "../../domain/text/compare-text.ts";
import { needName, NEEDS } from "../../metrics/questions/needs.ts";
import { waitingName } from "../../metrics/questions/waiting-name.ts";
import type { RequirementSummary } from "../../releases/manifest/mandate-summary.ts";
import { recordsToFix } from "../students/student-filter.ts";
import { requirementColumns, type StudentRow } from "../students/students-table.ts";

/** Something that a student needs of the counselor. */
export interface WaitingNeed {
  readonly requirement: string;
  readonly name: string;
  /** What is missing or to be done, such as "Plan missing" or "Review"; the due day beside it says whether it is late. */
  readonly needName: string;
  /** Whether it is a review that cannot start before there is a plan. */
  readonly waitsForPlan: boolean;
  /** Null where no record gives a day: it was due in an earlier school year. */
  readonly dueOn: Day | null;
}

/** Why a student comes before others, in the order of the list. */
export const WAITING_GROUPS = ["moves", "no-plan", "overdue", "due"] as const;
export type WaitingGroup = (typeof WAITING_GROUPS)[number];

/** One student who needs something of the counselor, however many things it is. */
export interface WaitingStudent {
  readonly row: StudentRow;
  readonly group: WaitingGroup;
  /** Why the student is on the list now, in a sentence. */
  readonly because: string;
  /** The earliest due day of what is needed; null where it was due on no known day. */
  readonly dueOn: Day | null;
  /** The earliest due day that is still to come; null where all is past due. */
  readonly nextDueOn: Day | null;
  /** The earliest first. */
  readonly needs: readonly WaitingNeed[];
}

/**
 * The students who need something of the counselor, each once: first those who move soonest and those
 * without a plan, then by the due day, the longest overdue first.
 * @param asOf the day on which the rows are true: what is due on it is not overdue
 */
export const waitingStudents = (
  rows: readonly StudentRow[],
  requirements: readonly RequirementSummary[],
  asOf: Day,
): readonly WaitingStudent[] =>
  rows
    .flatMap((row) => waitingStudent(row, requirements, asOf) ?? [])
    .map((entry) => ({ one: entry, key: orderOf(entry) }))
    .sort(byText(({ key }) => key))
    .map(({ one: entry }) => entry);

function waitingStudent(
  row: StudentRow,
  requirements: readonly RequirementSummary[],
  asOf: Day,
): WaitingStudent | null {
  if (!row.isEnrolled) return null;
  const needed = requirements.flatMap((requirement) =>
    needUnder(row, requirement, waitingName(requirement, requirements)),
  );
  const needs = needed.map(({ need }) => need).sort(byText(({ dueOn }) => dueOn ?? ""));
  const [first] = needs;
  if (first === undefined) return withoutPlanAlone(row);
  const ahead = needs.flatMap(({ dueOn }) => (dueOn !== null && dueOn >= asOf ? [dueOn] : []));
  const isMove = needed.some(({ isTransition }) => isTransition);
  const isOverdue = ahead.length < needs.length;
  const { dueOn } = first;
  const group = isMove ? "moves" : !row.hasOpenPlan ? "no-plan" : isOverdue ? "overdue" : "due";
  return {
    ...{ row, group, dueOn, nextDueOn: ahead[0] ?? null, needs },
    because: [
      isMove ? moveOf(row) : "",
      row.hasOpenPlan ? "" : "No plan is open",
      isOverdue ? overdueSince(dueOn) : `Due ${longDay(dueOn ?? asOf)}`,
    ]
      .filter((part) => part !== "")
      .join(". ")
      .concat("."),
  };
}

/** Needs that a due day and why the student is on the list say whole: their names would say it again. */
const DUE_NEEDS: readonly string[] = ["overdue", "due-soon"];

/** What a student needs under one requirement: what is past due, due soon, or waits for a plan. */
function needUnder(
  row: StudentRow,
  { id, kind, thing }: RequirementSummary,
  name: string,
): readonly { readonly need: WaitingNeed; readonly isTransition: boolean }[] {
  const columns = requirementColumns(id);
  const need = NEEDS.find((candidate) => candidate === row[columns.need]);
  if (need === undefined) return [];
  const dueOn = row[columns.dueOn] as Day | null;
  return [
    {
      need: {
        requirement: id,
        name,
        needName: DUE_NEEDS.includes(need) && dueOn !== null ? thing : needName(thing, need),
        waitsForPlan: need === "no-plan",
        dueOn,
      },
      isTransition: kind === "transition-review",
    },
  ];
}

/** A student of whom no requirement asks anything now, and who has to have a plan. */
function withoutPlanAlone(row: StudentRow): WaitingStudent | null {
  const problem = recordsToFix(row, []).find(
    (record) => record.problem === "enrolled-without-plan",
  );
  if (problem === undefined) return null;
  const dueOn = problem.sinceOn as Day;
  return {
    ...{ row, group: "no-plan", dueOn, nextDueOn: null },
    because: `No plan is open. ${overdueSince(dueOn)}.`,
    needs: [
      {
        requirement: `record-${problem.problem}`,
        name: "Enrolled without a plan",
        needName: "Plan missing",
        waitsForPlan: false,
        dueOn,
      },
    ],
  };
}

const overdueSince = (dueOn: Day | null): string =>
  dueOn === null ? "Due in an earlier year" : `Overdue since ${longDay(dueOn)}`;

/** Grades whose students leave their school at the end of the school year, the ones to act on first. */
const LEAVING: readonly string[] = ["08", "12"];

function moveOf({ grade }: StudentRow): string {
  const name = isGrade(grade) ? gradeName(grade).toLowerCase() : "the grade";
  return LEAVING.includes(grade) ? `Moves on after ${name}` : `Entered ${name} this year`;
}

/** Those who leave their school first come first, then those of other transitions. */
const moveRank = (grade: string): number => {
  const rank = LEAVING.indexOf(grade);
  return rank < 0 ? LEAVING.length : rank;
};

const orderOf = ({ row, group, dueOn }: WaitingStudent): string =>
  [
    WAITING_GROUPS.indexOf(group),
    group === "moves" ? moveRank(row.grade) : 0,
    dueOn ?? "",
    row.familyName,
    row.givenName,
    row.student,
  ].join("\u0000");
