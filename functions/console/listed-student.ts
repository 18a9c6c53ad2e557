import { daysBetween, type Day } from "../domain/calendar/day.ts";
import { ON_TRACK_PARTS } from "../domain/figures/parts.ts";
import { byText } from "../domain/text/compare-text.ts";
import type { StudentKeys } from "../hashing/student-keys.ts";
import { RECORD_PROBLEM_DEFINITIONS, type RecordProblem } from "../metrics/cube/record-problem.ts";
import { needName, type Need } from "../metrics/questions/needs.ts";
import { waitingName } from "../metrics/questions/waiting-name.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import {
  caseloadOf,
  problemsOf,
  recordsToFix,
  type StudentFilter,
} from "../reports/students/student-filter.ts";
import { requirementColumns, type StudentRow } from "../reports/students/students-table.ts";
import { isPastDue } from "../metrics/questions/worklist-needs.ts";
import type { ListedStudent } from "./answers.ts";
import type { ConsoleReader } from "./console-reader.ts";
import type { SeenStudent } from "./seen-as.ts";
import { statusName } from "./status-name.ts";

/** What a list is about. */
export interface ListedAs {
  readonly filter: Pick<StudentFilter, "requirement" | "problem">;
  readonly requirements: readonly RequirementSummary[];
  readonly asOf: Day;
  readonly keys: StudentKeys;
  readonly counselorName: ConsoleReader["counselorName"];
}

/** A student as a row of a list, as far as the reader sees the student. */
export function listedStudent(
  { row, seesPlans }: SeenStudent,
  { filter, requirements, asOf, keys, counselorName }: ListedAs,
): ListedStudent {
  return {
    key: keys.keyOf(row.student),
    student: row.student,
    familyName: row.familyName,
    givenName: row.givenName,
    grade: row.grade,
    school: row.school,
    schoolName: row.schoolName,
    counselors: caseloadOf(row).map((id) => ({ id, name: counselorName(id) })),
    isEnrolled: row.isEnrolled,
    ...(seesPlans
      ? {
          answer: answerOf(row, filter.requirement, requirements),
          nextStep: nextStepOf(row, requirements, asOf),
          overdue: overdueOf(row, requirements),
          lastReviewOn: row.lastReviewOn,
          actionSteps: actionStepsOf(row, asOf),
          attendance: attendanceOf(row),
          programs: programsOf(row),
        }
      : NO_PLANS),
    recordProblems: problemsShown(row, { filter, requirements, seesPlans }).map(
      ({ problem, sinceOn }) => {
        const { name, remedy } = RECORD_PROBLEM_DEFINITIONS[problem as RecordProblem];
        return { name, sinceOn, remedy };
      },
    ),
  };
}

/**
 * The next step already says that there is no plan, so the problem is left out unless the reader
 * asked for it.
 */
const problemsShown = (
  row: StudentRow,
  {
    filter,
    requirements,
    seesPlans,
  }: Pick<ListedAs, "filter" | "requirements"> & { readonly seesPlans: boolean },
) =>
  seesPlans && filter.problem === null
    ? recordsToFix(
        row,
        requirements.map(({ id }) => id),
      )
    : problemsOf(row);

const NO_PLANS = {
  ...{ answer: null, nextStep: null, overdue: [], lastReviewOn: null, actionSteps: null },
  ...{ attendance: null, programs: [] },
};

function answerOf(
  row: StudentRow,
  requirement: string | null,
  requirements: readonly RequirementSummary[],
): ListedStudent["answer"] {
  if (requirement === null || !requirements.some(({ id }) => id === requirement)) return null;
  const columns = requirementColumns(requirement);
  if (row[columns.status] === "") return null;
  return {
    statusName: statusName(String(row[columns.status]), String(row[columns.need])),
    because: String(row[columns.because]),
    dueOn: row[columns.dueOn] as string | null,
  };
}

function nextStepOf(
  row: StudentRow,
  requirements: readonly RequirementSummary[],
  asOf: Day,
): ListedStudent["nextStep"] {
  const step = requirements.find(({ id }) => id === row.nextStep);
  if (step === undefined) return null;
  return {
    name: waitingName(step, requirements),
    thing: step.thing,
    needName: needName(step.thing, row.nextStepNeed as Need),
    dueOn: row.nextStepDueOn,
    daysLeft: row.nextStepDueOn === null ? null : daysBetween(asOf, row.nextStepDueOn),
    whoActs: row.whoActs,
  };
}

/**
 * What is past its due day. If no record gives the day, it was due in an earlier school year and
 * comes first.
 */
export const overdueOf = (
  row: StudentRow,
  requirements: readonly RequirementSummary[],
): ListedStudent["overdue"] =>
  requirements
    .flatMap((requirement) => {
      const columns = requirementColumns(requirement.id);
      const need = row[columns.need] as Need | "";
      if (need === "" || !isPastDue(need)) return [];
      return [
        {
          name: waitingName(requirement, requirements),
          needName: needName(requirement.thing, need),
          dueOn: row[columns.dueOn] as string | null,
        },
      ];
    })
    .sort(byText(({ dueOn }) => dueOn ?? ""));

function actionStepsOf(
  { onTrack, actionStepDueOn, actionStepArea, actionStepOwner }: StudentRow,
  asOf: Day,
): ListedStudent["actionSteps"] {
  const part = ON_TRACK_PARTS.find(({ id }) => id === onTrack);
  if (part === undefined) return null;
  return {
    part: part.id,
    partName: part.name,
    next:
      actionStepDueOn === null
        ? null
        : {
            dueOn: actionStepDueOn,
            isOverdue: actionStepDueOn < asOf,
            focusArea: (actionStepArea ?? "").replaceAll("-", " "),
            owner: (actionStepOwner ?? "").split(";").join(", "),
          },
  };
}

const attendanceOf = ({
  enrolledDays,
  absentDays,
  isChronicallyAbsent,
}: StudentRow): ListedStudent["attendance"] =>
  enrolledDays === 0 ? null : { enrolledDays, absentDays, isChronicallyAbsent };

const programsOf = ({ disability, section504, englishLearner }: StudentRow): readonly string[] => [
  ...(disability === "yes" ? ["IEP"] : []),
  ...(section504 === "yes" ? ["504"] : []),
  ...(englishLearner === "yes" ? ["English learner"] : []),
];
