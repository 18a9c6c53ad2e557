import { byText } from "../../domain/text/compare-text.ts";
import { readGroupKey } from "../../domain/figures/group-key.ts";
import type { StudentDivisionId } from "../../domain/people/student-groups.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { RequirementAnswer } from "../../mandates/clock/answer.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan, reviewsHeld } from "../../mandates/evidence/plan-records.ts";
import { absencePart } from "../../metrics/measures/chronic-absence.ts";
import { counselorOf } from "../../metrics/students/counselor-of.ts";
import { counselorsOf } from "../../metrics/students/counselors-of.ts";
import type { AssessedStudent } from "../../metrics/students/assessed-student.ts";
import type { MeasureContext } from "../../metrics/students/measure-context.ts";
import { allReviews, allStandings } from "../../metrics/questions/requirement-answers.ts";
import { hasClock, requirementsWithBar } from "../../metrics/questions/requirement-questions.ts";
import type { SchoolRecords, StudentRecord } from "../../metrics/students/school-records.ts";
import { schoolDiscrepancies } from "../../metrics/cube/school-cube.ts";
import { section504, studentGroups } from "../../metrics/students/student-groups.ts";
import { caseloadText, problemsText } from "../students/student-filter.ts";
import {
  answeredRequirements,
  mostUrgent,
  stepsOf,
  type AnsweredRequirement,
  type Step,
  type StudentProblem,
} from "./student-steps.ts";
import { requirementColumns, type StudentRow } from "../students/students-table.ts";

/** The students whom a school counts, each with their answers and what is to be done, by counselor and name; and those who left with an open plan. */
export function studentRows(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  schoolName: string,
  context: MeasureContext,
): readonly StudentRow[] {
  const problems = new Map<string, readonly StudentProblem[]>();
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
        { student, isEnrolled: enrolled.has(id), problems: problems.get(id) ?? [] },
        { school: records.school, schoolName, context, rules: ruleIds, reviews: reviewIds },
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
  readonly problems: readonly StudentProblem[];
}

/** What a row is made of beside the student: the school, the day and the rules that students are held to. */
interface RowsOf {
  readonly school: SchoolRecords["school"];
  readonly schoolName: string;
  readonly context: MeasureContext;
  /** Ids of the requirements that every student is held to, and of the reviews among them. */
  readonly rules: ReadonlySet<string>;
  readonly reviews: ReadonlySet<string>;
}

function rowOf(
  { student: assessed, isEnrolled, problems }: RowCase,
  { school, schoolName, context, rules, reviews }: RowsOf,
): StudentRow {
  const { record, isUnderMandate, requirements, attendance } = assessed;
  const { mandate, asOf, availability } = context;
  // Where no plans were sent, nobody is known to be without one.
  const answers = isUnderMandate && availability.plans ? requirements : [];
  const hasOpenPlan = hasActivePlan(mandate, documentsOf(record), asOf);
  const answered = answeredRequirements(context, { answers, hasOpenPlan }, rules);
  const held = reviewsHeld(mandate, documentsOf(record), asOf).map(({ heldOn }): Day => heldOn);
  return {
    ...personColumns(record),
    ...{ school, schoolName },
    counselor: counselorOf(record),
    caseload: caseloadText(counselorsOf(record)),
    ...{ isEnrolled, isUnderMandate, hasOpenPlan },
    ...togetherColumns(answers, rules, reviews),
    ...nextStepColumns(mostUrgent(stepsOf(answered, problems))),
    lastReviewOn: held.sort().at(-1) ?? null,
    enrolledDays: attendance.enrolledDays,
    absentDays: attendance.absentDays,
    isChronicallyAbsent: availability.attendance && absencePart(attendance) === "chronic",
    ...groupColumns(record, asOf),
    recordProblems: problemsText(problems),
    ...Object.fromEntries(answered.flatMap(columnsOfRequirement)),
  };
}

const personColumns = ({ student }: StudentRecord) => ({
  student: student.student,
  familyName: student.familyName,
  givenName: student.givenName,
  grade: student.grade ?? "",
});

/** All requirements together and all reviews together; empty where nothing is asked of the student. */
const togetherColumns = (
  answers: readonly RequirementAnswer[],
  rules: ReadonlySet<string>,
  reviews: ReadonlySet<string>,
) => {
  if (answers.length === 0) return { requirements: "", reviews: "" };
  const to = (ids: ReadonlySet<string>) =>
    answers.filter((answer) => ids.has(answer.requirement.id));
  return { requirements: allStandings(to(rules)), reviews: allReviews(to(reviews)) };
};

const nextStepColumns = (next: Step | undefined) => ({
  nextStep: next?.requirement ?? "",
  nextStepNeed: next?.need ?? "",
  nextStepDueOn: next?.dueOn ?? null,
  whoActs: next?.owner ?? "",
});

/** The student groups that a student is in; empty where records do not say. */
function groupColumns(record: StudentRecord, asOf: Day) {
  const groups = new Map(
    studentGroups(record, asOf)
      .map(readGroupKey)
      .map(({ division, group }) => [division, group] as const),
  );
  const inDivision = (division: StudentDivisionId): string => groups.get(division) ?? "";
  return {
    raceEthnicity: inDivision("race-ethnicity"),
    sex: inDivision("sex"),
    englishLearner: inDivision("english-learner"),
    disability: inDivision("disability"),
    economicStatus: inDivision("economic-status"),
    homeless: inDivision("homeless"),
    section504: section504(record, asOf),
  };
}

/** The columns of one requirement, each with its value. */
function columnsOfRequirement({
  requirement,
  answer,
  need,
}: AnsweredRequirement): readonly (readonly [column: string, value: string | null])[] {
  const columns = requirementColumns(requirement);
  return [
    [columns.status, answer?.status ?? ""],
    [columns.dueOn, answer?.dueOn ?? null],
    [columns.need, need ?? ""],
    [columns.because, need === null ? "" : (answer?.because ?? "")],
  ];
}
