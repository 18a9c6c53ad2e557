import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";

/** The rule and the day by which a student is judged. */
export interface RuleContext {
  readonly asOf: Day;
  readonly mandate: MandateProfile;
}

export interface MeasureContext extends RuleContext {
  readonly availability: Availability;
  /** The last day on which anything changed in any plan of the district, if that is long ago. */
  readonly stalePlansSince: Day | null;
}

/**
 * Which types of records the exports have for the school year at all. If none of a type were sent,
 * there is not enough data: it does not mean that no student has a plan, or that nobody was absent.
 */
export interface Availability {
  readonly plans: boolean;
  readonly attendance: boolean;
}
