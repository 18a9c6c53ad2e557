import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";

/** The rule and the day by which a student is judged. */
export interface RuleContext {
  readonly asOf: Day;
  readonly mandate: MandateProfile;
}

export interface MeasureContext extends RuleContext {
  readonly availability: Availability;
  /** The last day on which anything changed in any plan of the district, where that is long ago. */
  readonly stalePlansSince: Day | null;
}

/**
 * Which sorts of records the exports hold for the school year at all. Where nobody sent any, there
 * is not enough data: it is not that no student has a plan, or that nobody was absent.
 */
export interface Availability {
  readonly plans: boolean;
  readonly attendance: boolean;
}
