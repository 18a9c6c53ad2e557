import type { Day } from "../domain/calendar/day.ts";
import type { MeasureDefinition } from "../domain/figures/measure-definition.ts";
import type { RequirementAnswer, ReviewAnswer } from "../mandates/clock/answer.ts";
import type { MandateProfile } from "../mandates/rules/mandate-profile.ts";
import type { AttendanceDays } from "./attendance-days.ts";
import type { Question } from "./question.ts";
import type { StudentRecord } from "./school-records.ts";
import type { YearAtSchool } from "./year-at-school.ts";

/** A student as one school of a school year has them, with what the clock answers for those whom it counts on the as-of day. */
export interface AssessedStudent {
  readonly record: StudentRecord;
  /** Whether the school counts the student on the as-of day; of others nothing is asked. */
  readonly isEnrolled: boolean;
  readonly answers: readonly ReviewAnswer[];
  /** The answer for each requirement of the mandate, those that do not apply among them. */
  readonly requirements: readonly RequirementAnswer[];
  /** Whether the mandate asks anything of the student's grade at all. */
  readonly isUnderMandate: boolean;
  /** Whether the student is under the mandate and not exempt from all of it on the as-of day. */
  readonly isAsked: boolean;
  /** This school year up to the as-of day, at every school of the district. */
  readonly attendance: AttendanceDays;
  /** The same at this school alone. */
  readonly year: YearAtSchool;
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

/** Where the rate of a measure is read: the bar of everybody, of the students at one transition, or of one requirement. */
export interface MetricBar {
  readonly statistic: string;
  /** The same question of the district, where it is not the sum of its schools. */
  readonly ofDistrict?: string;
  readonly breakdown: "all" | "transition" | "requirement";
  /** `all`, or the requirement. */
  readonly group: string;
  readonly groupName: string;
  /**
   * The requirements of which a student must meet each that is due: once another of them has come due
   * the rate says something else. Empty where nothing that comes due changes what is counted.
   */
  readonly composedOf: readonly string[];
}

/**
 * A published measure: its definition in words, and the question whose bar it is read from. A rate is
 * the share of the counted parts in everybody of the bar.
 */
export interface Metric extends MeasureDefinition {
  /** Whether the public edition has it; the staff edition has every measure. */
  readonly isPublic: boolean;
  /** False where the students who are enrolled now have not one answer each: the research extract has no column of it. */
  readonly isInExtract?: false;
  readonly needs: keyof Holdings;
  /** The parts that are counted: neighbors in the order of the bar. */
  readonly counted: readonly string[];
  /** The parts that speak against; the rest is not asked, or cannot be determined. */
  readonly against: readonly string[];
  readonly bars: (mandate: MandateProfile, asOf: Day) => readonly MetricBar[];
  /** Its own questions; a measure of requirements is read from theirs. */
  readonly questions: (mandate: MandateProfile, asOf: Day) => readonly Question[];
}
