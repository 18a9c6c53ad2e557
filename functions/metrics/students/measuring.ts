import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";

/** What a figure is measured by and for. */
export interface Measuring {
  readonly asOf: Day;
  readonly mandate: MandateProfile;
}
