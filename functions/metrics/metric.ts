import type { Day } from "../domain/day.ts";
import type { MeasureDefinition } from "../domain/measure-definition.ts";
import type { RequirementAnswer, ReviewAnswer } from "../mandates/answer.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import type { AttendanceDays } from "./attendance-days.ts";
import type { StudentRecord } from "./school-records.ts";

/** A student who is counted at a school on the as-of day, with what the clock answers for them. */
export interface AssessedStudent {
  readonly record: StudentRecord;
  readonly answers: readonly ReviewAnswer[];
  /** The answer for each requirement of the mandate, those that do not apply among them. */
  readonly requirements: readonly RequirementAnswer[];
  /** Whether the mandate asks anything of the student's grade at all. */
  readonly isUnderMandate: boolean;
  /** Whether the student is under the mandate and not exempt from all of it on the as-of day. */
  readonly isAsked: boolean;
  /** This school year up to the as-of day. */
  readonly attendance: AttendanceDays;
}

/** The rule and the day by which a student is judged. */
export interface RuleContext {
  readonly asOf: Day;
  readonly mandate: MandateProfile;
}

export interface MeasureContext extends RuleContext {
  readonly holds: Holdings;
  /** The last day on which anything changed in any plan of the district, where that is long ago. */
  readonly stalePlansSince: Day | null;
}

/**
 * Which sorts of records the exports hold for the school year at all. Where nobody sent any, there
 * is not enough data: it is not that no student has a plan, or that nobody was absent.
 */
export interface Holdings {
  readonly plans: boolean;
  readonly attendance: boolean;
}

/** One student under one measure: counted above the line, below it only, or not spoken of. */
export type Verdict = "counted" | "not-counted" | "outside";

/** How the students of a measure are divided. A transition is the move that the student's grade is at. */
export type Breakdown = "all" | "grade" | "transition";

/**
 * A published measure: its definition in words, and the same in one pure function of a student. A
 * verdict a student makes any measure mergeable: schools add up to the district.
 */
export interface Metric extends MeasureDefinition {
  readonly breakdowns: readonly Breakdown[];
  /** The sort of records without which nothing can be said. */
  readonly needs: keyof Holdings;
  /** Whom it speaks of: students under the mandate, or every student. */
  readonly population: "mandate" | "everyone";
  /** The transition under which a student counts, where it is not the one that their grade is at. */
  readonly transitionOf?: (student: AssessedStudent, context: RuleContext) => string | null;
  readonly measure: (student: AssessedStudent, context: RuleContext) => Verdict;
}

export const verdict = (isCounted: boolean): Verdict => (isCounted ? "counted" : "not-counted");
