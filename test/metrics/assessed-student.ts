import { NO_MORE_RECORDS } from "../../functions/mandates/clock/clock-case.ts";
import type { Collected } from "../../functions/mandates/rules/collected.ts";
import { day, type Day } from "../../functions/domain/calendar/day.ts";
import { exemptionOn, type Exemption } from "../../functions/domain/plans/exemption.ts";
import type { Grade } from "../../functions/domain/people/grade.ts";
import { planId, schoolId, studentId } from "../../functions/domain/ids.ts";
import type {
  ActionStep,
  Goal,
  GoalDomain,
  PlanDocument,
  PlanReview,
} from "../../functions/domain/plans/plan.ts";
import { reviewAnswers } from "../../functions/mandates/clock/answer.ts";
import { asksOf } from "../../functions/mandates/clock/asks-of.ts";
import { assess } from "../../functions/mandates/assess/assess.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import type { MandateProfile } from "../../functions/mandates/rules/mandate-profile.ts";
import type { AttendanceDays } from "../../functions/metrics/students/attendance-days.ts";
import type { AssessedStudent } from "../../functions/metrics/students/assessed-student.ts";
import type { MeasureContext } from "../../functions/metrics/students/measure-context.ts";
import type { Metric } from "../../functions/metrics/measures/metric.ts";
import { isOf } from "../../functions/metrics/questions/question.ts";
import { questionsOf } from "../../functions/metrics/cube/questions.ts";
import { calendar, clockCase, documentOf, FIRST_DAY, plan } from "../mandates/clock-case.ts";

/** The 60th of the calendar's 100 days: the first review is due, the second is not. */
export const AS_OF = day("2021-11-26");

/** A student of grade 7 with an open plan and nothing else, enrolled from the first day. */
export function assessed(given: {
  readonly grade?: Grade;
  readonly document?: PlanDocument | null;
  readonly attendance?: AttendanceDays;
  readonly exemptions?: readonly Exemption[];
  readonly collected?: Collected;
  /** Whether the school's calendar was sent. */
  readonly hasCalendar?: boolean;
  /** Whether only a part of it was sent. */
  readonly isCalendarInPart?: true;
  readonly mandate?: MandateProfile;
  readonly asOf?: Day;
}): AssessedStudent {
  const { grade = "07", attendance = { enrolledDays: 60, absentDays: 0 } } = given;
  const { mandate = effectivePractice, asOf = AS_OF, hasCalendar = true } = given;
  const document = given.document === undefined ? documentOf([]) : given.document;
  const student = {
    student: studentId("0042"),
    givenName: "Maren",
    familyName: "Alderwick",
    birthOn: null,
    grade,
    sex: null,
    raceEthnicity: null,
  };
  const enrollment = {
    student: student.student,
    school: schoolId("A"),
    enteredOn: FIRST_DAY,
    withdrewOn: null,
    isPrimary: true,
  };
  const { exemptions = [], collected } = given;
  const more = { ...NO_MORE_RECORDS, exemptions, ...(collected && { collected }) };
  const days = hasCalendar ? calendar : { ...calendar, instructionalDays: [] };
  const sent = { ...days, ...(given.isCalendarInPart && { isSentInPart: true as const }) };
  const requirements = assess(mandate, clockCase({ grade, document, more, calendar: sent }), asOf);
  return {
    record: {
      student,
      enrollments: [enrollment],
      document,
      absences: [],
      statements: [],
      caseload: [],
      more,
    },
    answers: reviewAnswers(requirements),
    requirements,
    isUnderMandate: asksOf(mandate, grade),
    isAsked: asksOf(mandate, grade) && exemptionOn(exemptions, "all", asOf) === null,
    isEnrolled: true,
    attendance,
    year: { here: attendance, lastDayHere: asOf, isLastSchool: true },
  };
}

export const contextOn = (
  asOf: Day = AS_OF,
  mandate: MandateProfile = effectivePractice,
): MeasureContext => ({
  asOf,
  mandate,
  availability: { plans: true, attendance: true },
  stalePlansSince: null,
});

/**
 * The part of a measure's bar that a student is in; `outside` where the bar does not count the student.
 * @param group the requirement of a transition; `all` of a measure of everybody
 */
export function partOf(
  metric: Metric,
  student: AssessedStudent,
  group = "all",
  context = contextOn(),
): string {
  const { mandate, asOf } = context;
  const bar = metric.bars(mandate, asOf).find((bar) => bar.group === group);
  const question = questionsOf(mandate, asOf).find(({ statistic }) => statistic === bar?.statistic);
  if (question === undefined) throw new Error(`${metric.id} has no bar of ${group}`);
  return isOf(question.population, student) ? question.answer(student, context) : "outside";
}

export const goal = (domain: GoalDomain, given: Partial<Goal> = {}): Goal => ({
  goal: `goal ${domain}`,
  plan: planId("P1"),
  domain,
  description: "Read more",
  measurement: "",
  setOn: day("2021-09-10"),
  targetOn: null,
  status: "in-progress",
  statusOn: null,
  ...given,
});

export const step = (given: Partial<ActionStep>): ActionStep => ({
  actionStep: "S1",
  goal: "goal career",
  description: "Visit a workshop",
  owner: "student",
  focusArea: "",
  dueOn: null,
  completedOn: null,
  ...given,
});

export const withGoals = (
  goals: readonly Goal[],
  reviews: readonly PlanReview[] = [],
  actionSteps: readonly ActionStep[] = [],
): PlanDocument => ({ ...documentOf(reviews), goals, actionSteps });

/** An exemption from a requirement, or from all of them, since the first day of the year. */
export const exempt = (requirement: string, given: Partial<Exemption> = {}): Exemption => ({
  student: studentId("0042"),
  requirement,
  reason: "medical",
  decidedBy: "staff-7",
  from: day("2021-09-06"),
  until: null,
  ...given,
});

/** A plan of another type beside the student's plan. */
export const iep = plan({ plan: planId("P2"), planType: "IEP" });

/** A goal of each domain that a plan must have. */
export const allGoals = (["academic", "career", "personal"] as const).map((domain) => goal(domain));
