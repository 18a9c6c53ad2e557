import type { Day } from "../../domain/calendar/day.ts";
import type { MeasureDefinition } from "../../domain/figures/measure-definition.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { Availability } from "../students/measure-context.ts";
import type { Question } from "../questions/question.ts";
import type { Statistic } from "../questions/statistic.ts";

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
  /** True where the students of some grades alone are asked: those of a transition. */
  readonly isOfTransition?: true;
  readonly needs: keyof Availability;
  /** The parts that are counted: neighbors in the order of the bar. */
  readonly counted: readonly string[];
  /** The parts that speak against; the rest is not asked, or cannot be determined. */
  readonly against: readonly string[];
  /** The statistics of its own questions; none of a measure that is read from those of requirements. */
  readonly statistics: readonly Statistic[];
  readonly bars: (mandate: MandateProfile, asOf: Day) => readonly MetricBar[];
  /** Its own questions; a measure of requirements is read from theirs. */
  readonly questions: (mandate: MandateProfile, asOf: Day) => readonly Question[];
}
