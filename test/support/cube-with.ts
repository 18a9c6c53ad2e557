import type { Day } from "../../functions/domain/calendar/day.ts";
import { schoolId } from "../../functions/domain/ids.ts";
import { PLAN_PARTS } from "../../functions/domain/figures/parts.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import {
  columnsOf,
  GOAL_GROUPS,
  type AssociationPart,
} from "../../functions/metrics/cube/attendance-association.ts";
import type { CalendarDue } from "../../functions/metrics/cube/calendar-due.ts";
import type { DueDays } from "../../functions/metrics/cube/due-days.ts";
import type { Availability } from "../../functions/metrics/students/measure-context.ts";
import type { Question } from "../../functions/metrics/questions/question.ts";
import type { GroupCounts } from "../../functions/metrics/cube/group-tally.ts";
import { PLAN_PATTERNS } from "../../functions/metrics/cube/plan-pattern.ts";
import type { PlanPatternTally } from "../../functions/metrics/cube/plan-patterns.ts";
import type { SignatureTally } from "../../functions/metrics/cube/review-signatures.ts";
import type { SchoolCube } from "../../functions/metrics/cube/school-cube.ts";
import { jointHistogramOf } from "../../functions/statistics/moments/joint-histogram.ts";
import { emptyMoments, type Moments } from "../../functions/statistics/moments/moments.ts";

/** The association of a school without students. */
export const nobodyAssociated = (): AssociationPart => ({
  all: emptyMoments(columnsOf(effectivePractice).outcome + 1),
  byPlan: { yes: emptyMoments(1), no: emptyMoments(1) },
  byGoals: Object.fromEntries(
    GOAL_GROUPS.map((group): [string, Moments] => [group, emptyMoments(1)]),
  ) as AssociationPart["byGoals"],
  chronic: { yes: { numerator: 0, denominator: 0 }, no: { numerator: 0, denominator: 0 } },
  goalsBesideAttendance: jointHistogramOf([]),
  tooFewDaysAfter: 0,
});

/** The patterns of a school without students. */
export const NO_PATTERNS = Object.fromEntries(
  PLAN_PATTERNS.map((pattern) => [pattern, { count: 0, n: 0 }]),
) as PlanPatternTally;

/** The signatures of a school without students. */
export const NO_SIGNATURES: SignatureTally = { signed: {}, waiting: {}, notRecorded: 0 };

/** A school's cube with the counts given, and nothing else. */
export const cubeWith = (
  school: string,
  given: {
    readonly students?: GroupCounts<number>;
    readonly answers?: GroupCounts<readonly number[]>;
    readonly firstDueOn?: { readonly [statistic: string]: Day };
    readonly dueDays?: DueDays;
    readonly calendarDue?: CalendarDue;
    readonly availability?: Availability;
    readonly signatures?: SignatureTally;
    readonly association?: AssociationPart;
  },
): SchoolCube => ({
  school: schoolId(school),
  availability: { plans: true, attendance: true },
  instructionalDays: 180,
  students: {},
  answers: {},
  firstDueOn: {},
  dueDays: {},
  calendarDue: {},
  problems: {},
  patterns: NO_PATTERNS,
  signatures: NO_SIGNATURES,
  association: nobodyAssociated(),
  ...given,
});

/** Whether a plan is open for the students under the mandate, or another question instead. */
export const questionWith = (given: Partial<Question> = {}): Question => ({
  statistic: "plan-coverage",
  population: { kind: "mandate" },
  parts: PLAN_PARTS,
  needs: "plans",
  isPublic: true,
  afterDue: [],
  answer: () => "open",
  ...given,
});
