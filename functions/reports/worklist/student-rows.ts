import { byText } from "../../domain/text/compare-text.ts";
import { readGroupKey } from "../../domain/figures/group-key.ts";
import type { StudentDivisionId } from "../../domain/people/student-groups.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan, reviewsHeld } from "../../mandates/evidence/plan-records.ts";
import { absencePart } from "../../metrics/measures/chronic-absence.ts";
import { counselorOf } from "../../metrics/students/counselor-of.ts";
import { counselorsOf } from "../../metrics/students/counselors-of.ts";
import type { AssessedStudent } from "../../metrics/students/assessed-student.ts";
import type { MeasureContext } from "../../metrics/students/measure-context.ts";
import { needOf } from "../../metrics/questions/needs.ts";
import {
  RECORD_PROBLEM_DEFINITIONS,
  type RecordProblem,
} from "../../metrics/cube/record-problem.ts";
import { allReviews, allStandings } from "../../metrics/questions/requirement-answers.ts";
import { hasClock, requirementsWithBar } from "../../metrics/questions/requirement-questions.ts";
import type { SchoolRecords, StudentRecord } from "../../metrics/students/school-records.ts";
import { schoolDiscrepancies } from "../../metrics/cube/school-cube.ts";
import { studentGroups } from "../../metrics/students/student-groups.ts";
import { urgency, type Urgent } from "./by-urgency.ts";
import { caseloadText, problemsText } from "../students/student-filter.ts";
import { requirementColumns, type StudentRow } from "../students/students-table.ts";

/** The students whom a school counts, each with their answers and what is to be done, by counselor and name; and those who left with an open plan. */
export function studentRows(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  schoolName: string,
  context: MeasureContext,
): readonly StudentRow[] {
  const problems = new Map<string, { problem: RecordProblem; sinceOn: Day }[]>();
  for (const { student, problem, sinceOn } of schoolDiscrepancies(records, students, context)) {
    // A fault of the whole plan file is no student's record.
    if (problem === "stale-plan-file") continue;
    problems.set(student, [...(problems.get(student) ?? []), { problem, sinceOn }]);
  }
  const rules = requirementsWithBar(context.mandate, context.asOf);
  const ruleIds = new Set(rules.map(({ id }) => id));
  const reviewIds = new Set(rules.filter(hasClock).map(({ id }) => id));
  const enrolled = new Set(students.map(({ record }) => record.student.student));
  // Who left the district and still has an open plan is on the list of whoever has to close it.
  const left = records.students
    .filter(({ student: { student } }) => problems.has(student) && !enrolled.has(student))
    .map(notEnrolled);
  return [...students, ...left]
    .map((student) => {
      const { student: id } = student.record.student;
      return rowOf(
        records,
        { student, isEnrolled: enrolled.has(id), problems: problems.get(id) ?? [] },
        schoolName,
        { rules: ruleIds, reviews: reviewIds },
        context,
      );
    })
    .sort(byText(orderOf));
}

const notEnrolled = (record: StudentRecord): RowCase["student"] => ({
  record,
  requirements: [],
  isUnderMandate: false,
  attendance: { enrolledDays: 0, absentDays: 0 },
});

const orderOf = ({ counselor, familyName, givenName, student }: StudentRow): string =>
  [counselor, familyName, givenName, student].join("\u0000");

interface RowCase {
  readonly student: Pick<
    AssessedStudent,
    "record" | "requirements" | "isUnderMandate" | "attendance"
  >;
  readonly isEnrolled: boolean;
  readonly problems: readonly { readonly problem: RecordProblem; readonly sinceOn: Day }[];
}

function rowOf(
  records: SchoolRecords,
  { student: assessed, isEnrolled, problems }: RowCase,
  schoolName: string,
  {
    rules,
    reviews,
  }: { readonly rules: ReadonlySet<string>; readonly reviews: ReadonlySet<string> },
  context: MeasureContext,
): StudentRow {
  const { record, isUnderMandate, requirements, attendance } = assessed;
  const { mandate, asOf, holds } = context;
  const { student } = record;
  // Where no plans were sent, nobody is known to be without one.
  const answers = isUnderMandate && holds.plans ? requirements : [];
  const hasOpenPlan = hasActivePlan(mandate, documentsOf(record), asOf);
  const steps: (Urgent & { readonly dueOn: Day | null })[] = [];
  const perRequirement: { [column: string]: string | null } = {};
  for (const { id } of mandate.requirements) {
    const answer = answers.find(({ requirement }) => requirement.id === id);
    const columns = requirementColumns(id);
    // What is in force on another day, or owed on request only, is on nobody's list.
    const need =
      answer === undefined || !rules.has(id)
        ? null
        : needOf(answer, { answers, hasOpenPlan }, asOf);
    perRequirement[columns.status] = answer?.status ?? "";
    perRequirement[columns.dueOn] = answer?.dueOn ?? null;
    perRequirement[columns.need] = need ?? "";
    perRequirement[columns.because] = need === null ? "" : (answer?.because ?? "");
    if (need !== null && answer !== undefined) {
      steps.push({ requirement: id, need, dueOn: answer.dueOn, sinceOn: null, owner: "counselor" });
    }
  }
  const hasNoPlan = steps.some(({ need }) => need === "no-plan" || need === "plan-missing");
  const listed = problems.filter(
    ({ problem }) => problem !== "enrolled-without-plan" || !hasNoPlan,
  );
  for (const { problem, sinceOn } of listed) {
    const { owner } = RECORD_PROBLEM_DEFINITIONS[problem];
    steps.push({
      requirement: `record-${problem}`,
      need: "fix-record",
      dueOn: null,
      sinceOn,
      owner,
    });
  }
  const [next] = [...steps].sort(byText(urgency));
  const held = reviewsHeld(mandate, documentsOf(record), asOf).map(({ heldOn }): Day => heldOn);
  const groups = new Map(
    studentGroups(record, asOf)
      .map(readGroupKey)
      .map(({ division, group }) => [division, group] as const),
  );
  const inDivision = (division: StudentDivisionId): string => groups.get(division) ?? "";
  const { enrolledDays, absentDays } = attendance;
  return {
    student: student.student,
    familyName: student.familyName,
    givenName: student.givenName,
    grade: student.grade ?? "",
    school: records.school,
    schoolName,
    counselor: counselorOf(record),
    caseload: caseloadText(counselorsOf(record)),
    isEnrolled,
    isUnderMandate,
    hasOpenPlan,
    requirements:
      answers.length === 0
        ? ""
        : allStandings(answers.filter((one) => rules.has(one.requirement.id))),
    reviews:
      answers.length === 0
        ? ""
        : allReviews(answers.filter((one) => reviews.has(one.requirement.id))),
    nextStep: next?.requirement ?? "",
    nextStepNeed: next?.need ?? "",
    nextStepDueOn: next?.dueOn ?? null,
    whoActs: next?.owner ?? "",
    lastReviewOn: held.sort().at(-1) ?? null,
    enrolledDays,
    absentDays,
    isChronicallyAbsent: holds.attendance && absencePart(attendance) === "chronic",
    raceEthnicity: inDivision("race-ethnicity"),
    sex: inDivision("sex"),
    englishLearner: inDivision("english-learner"),
    disability: inDivision("disability"),
    economicStatus: inDivision("economic-status"),
    homeless: inDivision("homeless"),
    recordProblems: problemsText(problems),
    ...perRequirement,
  };
}
