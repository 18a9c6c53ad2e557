import { byText } from "../../domain/text/compare-text.ts";
import type { StudentDivisionId } from "../../domain/people/student-groups.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { RequirementAnswer } from "../../mandates/clock/answer.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan, reviewsHeld } from "../../mandates/evidence/plan-records.ts";
import { absencePart } from "../../metrics/measures/chronic-absence.ts";
import { conversationReasons } from "../../metrics/cube/conversation-reasons.ts";
import { sharedTextsOf } from "../../metrics/measures/goal-individuality.ts";
import { currentGoals } from "../../metrics/plans/current-goals.ts";
import { medianGap, touchDays } from "../../metrics/plans/plan-touches.ts";
import { currentSteps, nextStepOf, onTrackOf } from "../../metrics/plans/step-progress.ts";
import { counselorsOf } from "../../metrics/students/counselors-of.ts";
import type { AssessedStudent } from "../../metrics/students/assessed-student.ts";
import type { MeasureContext } from "../../metrics/students/measure-context.ts";
import { allReviews, allStandings } from "../../metrics/questions/requirement-answers.ts";
import { hasClock, requirementsWithBar } from "../../metrics/questions/requirement-questions.ts";
import type { SchoolRecords, StudentRecord } from "../../metrics/students/school-records.ts";
import type { Discrepancy } from "../../metrics/cube/reconciliation.ts";
import { groupIn, section504 } from "../../metrics/students/student-groups.ts";
import { studentColumns, type StudentColumns } from "../students/student-columns.ts";
import { reasonsText } from "../students/plans-to-discuss.ts";
import { sharedTextsText } from "../students/shared-texts.ts";
import { caseloadText, problemsText } from "../students/student-filter.ts";
import { answeredRequirements, mostUrgent, stepsOf, type StudentProblem } from "./student-steps.ts";

/**
 * The students whom a school counts, each with their answers and what is to be done, by counselor and
 * name; and those who left with an open plan. Column by column, since a mandate has four columns for each
 * of its requirements.
 * @param disagreeing the discrepancies of the school's records
 */
export function listedStudents(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  schoolName: string,
  context: MeasureContext,
  disagreeing: readonly Discrepancy[],
): StudentColumns {
  const problems = problemsByStudent(disagreeing);
  const enrolled = new Set(students.map(({ record }) => record.student.student));
  // A student who left the district with an open plan is on the list of whoever has to close the
  // plan.
  const left = records.students
    .filter(({ student: { student } }) => problems.has(student) && !enrolled.has(student))
    .map(notEnrolled);
  const rules = requirementsWithBar(context.mandate, context.asOf);
  const list: ListOf = {
    ...{ school: records.school, schoolName, context },
    rules: new Set(rules.map(({ id }) => id)),
    reviews: new Set(rules.filter(hasClock).map(({ id }) => id)),
    columns: studentColumns(context.mandate.requirements.map(({ id }) => id)),
  };
  const inOrder = [...students, ...left].map(listed).sort(byText(({ order }) => order));
  for (const student of inOrder) {
    addStudent(list, student, problems.get(student.of.record.student.student) ?? []);
  }
  return list.columns;
}

function problemsByStudent(
  disagreeing: readonly Discrepancy[],
): ReadonlyMap<string, readonly StudentProblem[]> {
  const problems = new Map<string, StudentProblem[]>();
  for (const { student, problem, sinceOn } of disagreeing) {
    // A problem of the whole plan file is not about the record of one student.
    if (problem === "stale-plan-file") continue;
    const ofStudent = problems.get(student);
    if (ofStudent === undefined) problems.set(student, [{ problem, sinceOn }]);
    else ofStudent.push({ problem, sinceOn });
  }
  return problems;
}

type OfStudent = Pick<
  AssessedStudent,
  "record" | "isEnrolled" | "requirements" | "isUnderMandate" | "attendance"
>;

const notEnrolled = (record: StudentRecord): OfStudent => ({
  record,
  isEnrolled: false,
  requirements: [],
  isUnderMandate: false,
  attendance: { enrolledDays: 0, absentDays: 0 },
});

/** A student, the counselors of whose caseloads they are, and their place in the list. */
interface Listed {
  readonly of: OfStudent;
  readonly counselors: readonly string[];
  readonly order: string;
}

function listed(of: OfStudent): Listed {
  const counselors = counselorsOf(of.record);
  const { familyName, givenName, student } = of.record.student;
  const [counselor = ""] = counselors;
  return { of, counselors, order: [counselor, familyName, givenName, student].join("\u0000") };
}

/**
 * What the list is made from beside its students: the school, the day, and the rules that apply to
 * students.
 */
interface ListOf {
  readonly school: SchoolRecords["school"];
  readonly schoolName: string;
  readonly context: MeasureContext;
  /** Ids of the requirements that every student is held to, and of the reviews among them. */
  readonly rules: ReadonlySet<string>;
  readonly reviews: ReadonlySet<string>;
  readonly columns: StudentColumns;
}

/** Adds a student as the last of every column. */
function addStudent(
  list: ListOf,
  { of, counselors }: Listed,
  problems: readonly StudentProblem[],
): void {
  const { context } = list;
  const { fixed } = list.columns;
  const { record, attendance } = of;
  // Where no plans were sent, it is not known that a student has none.
  const answers = of.isUnderMandate && context.availability.plans ? of.requirements : [];
  const documents = documentsOf(record);
  const hasOpenPlan = hasActivePlan(context.mandate, documents, context.asOf);
  addPerson(list, record);
  fixed.counselor.push(counselors[0] ?? "");
  fixed.caseload.push(caseloadText(counselors));
  fixed.isEnrolled.push(of.isEnrolled);
  fixed.isUnderMandate.push(of.isUnderMandate);
  fixed.hasOpenPlan.push(hasOpenPlan);
  fixed.lastReviewOn.push(latest(reviewsHeld(context.mandate, documents, context.asOf)));
  addActionStep(list, of);
  addConversation(list, of);
  fixed.enrolledDays.push(attendance.enrolledDays);
  fixed.absentDays.push(attendance.absentDays);
  fixed.isChronicallyAbsent.push(
    context.availability.attendance && absencePart(attendance) === "chronic",
  );
  fixed.recordProblems.push(problemsText(problems));
  addTogether(list, answers);
  addSteps(list, answers, hasOpenPlan, problems);
}

/** Who the student is, where, and the student groups; empty where records do not say. */
function addPerson(
  { school, schoolName, context: { asOf }, columns: { fixed } }: ListOf,
  record: StudentRecord,
): void {
  const { student, familyName, givenName, grade } = record.student;
  const group = (division: StudentDivisionId): string => groupIn(record, division, asOf) ?? "";
  fixed.student.push(student);
  fixed.familyName.push(familyName);
  fixed.givenName.push(givenName);
  fixed.grade.push(grade ?? "");
  fixed.school.push(school);
  fixed.schoolName.push(schoolName);
  fixed.raceEthnicity.push(group("race-ethnicity"));
  fixed.sex.push(group("sex"));
  fixed.englishLearner.push(group("english-learner"));
  fixed.disability.push(group("disability"));
  fixed.economicStatus.push(group("economic-status"));
  fixed.homeless.push(group("homeless"));
  fixed.section504.push(section504(record, asOf));
}

/** Whether the student's action steps are on track, and the one that is to be done next. */
function addActionStep(
  { context, columns: { fixed } }: ListOf,
  { record, isUnderMandate }: OfStudent,
): void {
  const { mandate, asOf, availability } = context;
  const isAsked = isUnderMandate && availability.plans;
  const next = isAsked
    ? nextStepOf(currentSteps(mandate, documentsOf(record), asOf), asOf, record.more.collected)
    : undefined;
  fixed.onTrack.push(isAsked ? onTrackOf(record, context) : "");
  fixed.actionStepDueOn.push(next?.dueOn ?? null);
  fixed.actionStepArea.push(next?.focusArea ?? "");
  fixed.actionStepOwner.push(next?.owner ?? "");
}

/** Why the student's plan needs a conversation, when it was last touched, and which of its goals others have. */
function addConversation(
  { context, columns: { fixed } }: ListOf,
  { record, isEnrolled, isUnderMandate }: OfStudent,
): void {
  const isAsked = isEnrolled && isUnderMandate && context.availability.plans;
  const touched = isAsked ? touchDays(record, context) : [];
  const { mandate, asOf } = context;
  const goals = isAsked ? currentGoals(mandate, documentsOf(record), asOf) : [];
  fixed.conversation.push(isAsked ? reasonsText(conversationReasons(record, context)) : "");
  fixed.lastTouchedOn.push(touched.at(-1) ?? null);
  fixed.daysBetweenTouches.push(medianGap(touched));
  fixed.sharedTexts.push(sharedTextsText(sharedTextsOf(goals, asOf)));
}

function latest(held: readonly { readonly heldOn: Day }[]): Day | null {
  let last: Day | null = null;
  for (const { heldOn } of held) if (last === null || heldOn > last) last = heldOn;
  return last;
}

/** All requirements together and all reviews together; empty where nothing is asked of the student. */
function addTogether(
  { rules, reviews, columns: { fixed } }: ListOf,
  answers: readonly RequirementAnswer[],
): void {
  const to = (ids: ReadonlySet<string>) =>
    answers.filter((answer) => ids.has(answer.requirement.id));
  fixed.requirements.push(answers.length === 0 ? "" : allStandings(to(rules)));
  fixed.reviews.push(answers.length === 0 ? "" : allReviews(to(reviews)));
}

/** The answer to each requirement and what it waits for, and what is most urgent of it all. */
function addSteps(
  { context, rules, columns: { fixed, ofRequirements } }: ListOf,
  answers: readonly RequirementAnswer[],
  hasOpenPlan: boolean,
  problems: readonly StudentProblem[],
): void {
  const answered = answeredRequirements(context, { answers, hasOpenPlan }, rules);
  const next = mostUrgent(stepsOf(answered, problems));
  fixed.nextStep.push(next?.requirement ?? "");
  fixed.nextStepNeed.push(next?.need ?? "");
  fixed.nextStepDueOn.push(next?.dueOn ?? null);
  fixed.whoActs.push(next?.owner ?? "");
  ofRequirements.forEach((columns, place) => {
    const { answer, need = null } = answered[place] ?? {};
    columns.status.push(answer?.status ?? "");
    columns.dueOn.push(answer?.dueOn ?? null);
    columns.need.push(need ?? "");
    columns.because.push(need === null ? "" : (answer?.because ?? ""));
  });
}
