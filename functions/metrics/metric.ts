import type { Day } from "../domain/day.ts";
import type { RequirementAnswer } from "../mandates/answer.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import type { AttendanceDays } from "./attendance-days.ts";
import type { StudentRecord } from "./school-records.ts";

/** A student who is counted at a school on the as-of day, with what the clock answers for them. */
export interface AssessedStudent {
  readonly record: StudentRecord;
  readonly answers: readonly RequirementAnswer[];
  /** This school year up to the as-of day. */
  readonly attendance: AttendanceDays;
}

export interface MeasureContext {
  readonly asOf: Day;
  readonly mandate: MandateProfile;
}

/** One student under one measure: counted above the line, below it only, or not spoken of. */
export type Verdict = "counted" | "not-counted" | "outside";

/** How the students of a measure are divided. A transition is the move that the student's grade is at. */
export type Breakdown = "all" | "grade" | "transition";

/**
 * A published measure: its definition in words, and the same in one pure function of a student. A
 * verdict a student makes any measure mergeable: schools add up to the district.
 */
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly isHigherBetter: boolean;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly exclusions: string;
  readonly source: string;
  /** Changes with any change of what is counted. */
  readonly version: number;
  readonly breakdowns: readonly Breakdown[];
  /** Whom it speaks of: students under the mandate, or every student. */
  readonly population: "mandate" | "everyone";
  readonly measure: (student: AssessedStudent, context: MeasureContext) => Verdict;
}

export const verdict = (isCounted: boolean): Verdict => (isCounted ? "counted" : "not-counted");
