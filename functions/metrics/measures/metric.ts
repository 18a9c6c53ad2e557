import type { Day } from "../../domain/calendar/day.ts";
import type { MeasureDefinition } from "../../domain/figures/measure-definition.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { Availability } from "../students/measure-context.ts";
import type { Question } from "../questions/question.ts";
import type { Statistic } from "../questions/statistic.ts";

/**
 * The bar from which the rate of a measure is read: that of all students, of the students at one
 * transition, or of one requirement.
 */
export interface MetricBar {
  readonly statistic: string;
  /** The same question for the district, if the district is not the sum of its schools. */
  readonly ofDistrict?: string;
  readonly breakdown: "all" | "transition" | "requirement";
  /** `all`, or the requirement. */
  readonly group: string;
  readonly groupName: string;
  /**
   * The requirements of which a student must meet each that is due: the rate means something else
   * once another of them is due. Empty if a due day changes nothing in what is counted.
   */
  readonly composedOf: readonly string[];
}

/**
 * A published measure: its definition in words, and the question whose bar it is read from. A rate
 * is the share of the counted parts in the whole bar.
 */
export interface Metric extends MeasureDefinition {
  /** Whether the public edition has it; the staff edition has every measure. */
  readonly isPublic: boolean;
  /**
   * False if a student enrolled now can have several answers or none, or if what it says of a plan
   * is for the conversation about that plan: the research extract then has no column for it.
   */
  readonly isInExtract?: false;
  /** True if only the students of some grades are asked: those of a transition. */
  readonly isOfTransition?: true;
  readonly needs: keyof Availability;
  /** The parts that are counted: adjacent parts of the bar. */
  readonly counted: readonly string[];
  /** The parts that count as not met. The other parts are not asked, or cannot be determined. */
  readonly against: readonly string[];
  /**
   * The statistics of its own questions; none if the measure is read from questions of
   * requirements.
   */
  readonly statistics: readonly Statistic[];
  readonly bars: (mandate: MandateProfile, asOf: Day) => readonly MetricBar[];
  /**
   * Its own questions; a measure of requirements is read from the questions of the requirements.
   */
  readonly questions: (mandate: MandateProfile, asOf: Day) => readonly Question[];
}
