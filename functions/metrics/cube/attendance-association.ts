import { isChronicallyAbsent } from "../../domain/calendar/attendance.ts";
import { addDays, type Day } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import { schoolOn } from "../../domain/people/student.ts";
import { isSetBy } from "../../domain/plans/plan.ts";
import { instructionalDay } from "../../domain/calendar/school-calendar.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../mandates/evidence/plan-records.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { fraction, type Fraction } from "../../statistics/moments/fraction.ts";
import { jointHistogramOf, type JointHistogram } from "../../statistics/moments/joint-histogram.ts";
import {
  addRow,
  emptyMoments,
  type GrowingMoments,
  type Moments,
} from "../../statistics/moments/moments.ts";
import { goalsOfYear } from "../plans/goals-of-year.ts";
import { attendanceDays, type AttendanceDays } from "../students/attendance-days.ts";
import type { MeasureContext, RuleContext } from "../students/measure-context.ts";
import type { SchoolRecords, StudentRecord } from "../students/school-records.ts";

/** The landmark: exposures are measured up to this instructional day, outcomes after it. */
export const LANDMARK_DAY = 60;
/** With fewer days after the landmark, attendance says nothing. */
export const MINIMUM_DAYS_AFTER = 20;
export const GOAL_GROUPS = ["0", "1", "2", "3", "4", "5+"] as const;

/** Columns of the moments: plan (0 or 1), goals, attendance rate before, a 0/1 column for each grade but the first, attendance rate after. */
export const columnsOf = (mandate: MandateProfile) => {
  const grades = mandate.grades.slice(1);
  return {
    plan: 0,
    goals: 1,
    before: 2,
    firstGrade: 3,
    grades,
    outcome: 3 + grades.length,
  } as const;
};

/** A numerator of a denominator. */
export interface CountOf {
  readonly numerator: number;
  readonly denominator: number;
}

/** What one school adds to the association of goals and plans with attendance; parts merge exactly. */
export interface AssociationPart {
  readonly all: Moments;
  /** Attendance after the landmark of students with and without a plan on it. */
  readonly byPlan: { readonly yes: Moments; readonly no: Moments };
  readonly byGoals: { readonly [group in (typeof GOAL_GROUPS)[number]]: Moments };
  readonly chronic: { readonly yes: CountOf; readonly no: CountOf };
  readonly goalsBesideAttendance: JointHistogram;
  /** Students of the school on the landmark who were enrolled too few days after it. */
  readonly tooFewDaysAfter: number;
}

/**
 * One school's part. Its students are those whom it counts on the landmark day, whether or not they
 * left later: requiring the whole year would select students by the outcome. Attendance before the
 * landmark replaces last year's attendance, which one year's exports do not have. (Landmark design:
 * section 2.1 of the statistics note; Anderson, Cain and Gelber 1983.)
 */
export function associationPart(records: SchoolRecords, context: MeasureContext): AssociationPart {
  const { mandate, availability } = context;
  const columns = columnsOf(mandate);
  const all = emptyMoments(columns.outcome + 1);
  const byPlan = { yes: emptyMoments(1), no: emptyMoments(1) };
  const byGoals = goalMoments();
  const chronic = { yes: { numerator: 0, denominator: 0 }, no: { numerator: 0, denominator: 0 } };
  const pairs: (readonly [Fraction, Fraction])[] = [];
  let tooFewDaysAfter = 0;

  const isMeasurable =
    availability.plans && availability.attendance && areGoalsDated(context, records.students);
  for (const record of isMeasurable ? records.students : []) {
    const facts = landmarkFacts(record, records, context);
    if (facts === "outside") continue;
    if (facts === "too-few-days") {
      tooFewDaysAfter++;
      continue;
    }
    const { grade, hasPlan, goals, before, after } = facts;
    const presentAfter = after.enrolledDays - after.absentDays;
    const rateAfter = presentAfter / after.enrolledDays;
    const rateBefore = (before.enrolledDays - before.absentDays) / before.enrolledDays;
    const group = hasPlan ? "yes" : "no";
    addRow(all, [
      hasPlan ? 1 : 0,
      goals,
      rateBefore,
      ...columns.grades.map((other) => (other === grade ? 1 : 0)),
      rateAfter,
    ]);
    addRow(byPlan[group], [rateAfter]);
    addRow(byGoals[goalGroup(goals)], [rateAfter]);
    chronic[group].denominator++;
    if (isChronicallyAbsent(after.absentDays, after.enrolledDays)) chronic[group].numerator++;
    pairs.push([fraction(goals, 1), fraction(presentAfter, after.enrolledDays)]);
  }
  return {
    all,
    byPlan,
    byGoals,
    chronic,
    goalsBesideAttendance: jointHistogramOf(pairs),
    tooFewDaysAfter,
  };
}

/** What is known of a student on the landmark day, and of their attendance on both sides of it. */
export interface LandmarkFacts {
  readonly grade: Grade;
  readonly hasPlan: boolean;
  readonly goals: number;
  /** From the first instructional day to the landmark, and from the day after it to the as-of day. */
  readonly before: AttendanceDays;
  readonly after: AttendanceDays;
}

/**
 * Null for students outside the comparison: those whom the school did not count on the landmark
 * day, whose grade the mandate does not cover, or who have a goal of which nobody knows whether it
 * was set by then.
 */
export function landmarkFacts(
  record: StudentRecord,
  { school, calendars }: Pick<SchoolRecords, "school" | "calendars">,
  { mandate, asOf }: RuleContext,
): LandmarkFacts | "outside" | "too-few-days" {
  const calendar = calendars.get(school);
  const landmark = calendar === undefined ? null : instructionalDay(calendar, LANDMARK_DAY);
  const firstDay = calendar === undefined ? null : instructionalDay(calendar, 1);
  const { grade } = record.student;
  if (landmark === null || firstDay === null || grade === null) return "outside";
  if (!mandate.grades.includes(grade) || schoolOn(record.enrollments, landmark) !== school) {
    return "outside";
  }
  const before = attendanceDays(record, calendars, firstDay, landmark);
  const after = attendanceDays(record, calendars, addDays(landmark, 1), asOf);
  if (after.enrolledDays < MINIMUM_DAYS_AFTER || before.enrolledDays === 0) return "too-few-days";
  if (hasUndatedGoal(mandate, record, landmark)) return "outside";
  const hasPlan = hasActivePlan(mandate, documentsOf(record), landmark);
  return { grade, hasPlan, goals: goalsOn(mandate, record, landmark), before, after };
}

/** If more than one goal in ten has no day, the association would depend on who is left out. */
const MOST_UNDATED = 0.1;

const areGoalsDated = (
  { mandate, asOf }: RuleContext,
  students: readonly StudentRecord[],
): boolean => {
  let goals = 0;
  let undated = 0;
  for (const record of students) {
    for (const { setOn } of goalsOfYear(mandate, record, asOf)) {
      goals++;
      if (setOn === null) undated++;
    }
  }
  return undated <= MOST_UNDATED * goals;
};

const hasUndatedGoal = (mandate: MandateProfile, record: StudentRecord, on: Day): boolean =>
  goalsOfYear(mandate, record, on).some(({ setOn }) => setOn === null);

/** Goals of the school year's plans, or of one that is carried on, that were set by the day. */
export const goalsOn = (mandate: MandateProfile, record: StudentRecord, on: Day): number =>
  goalsOfYear(mandate, record, on).filter((goal) => isSetBy(goal, on)).length;

const goalGroup = (goals: number): (typeof GOAL_GROUPS)[number] => GOAL_GROUPS[goals] ?? "5+";

const goalMoments = (): { [group in (typeof GOAL_GROUPS)[number]]: GrowingMoments } => ({
  "0": emptyMoments(1),
  "1": emptyMoments(1),
  "2": emptyMoments(1),
  "3": emptyMoments(1),
  "4": emptyMoments(1),
  "5+": emptyMoments(1),
});
