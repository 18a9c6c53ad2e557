import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";

/** The mandate, day and records of a figure. */
export interface Measuring {
  readonly asOf: Day;
  readonly mandate: MandateProfile;
}
