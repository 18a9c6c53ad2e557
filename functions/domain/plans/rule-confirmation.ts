import type { Day } from "../calendar/day.ts";

/**
 * That the district has read the text of one requirement and found the rule to be as the mandate's
 * profile has it, or that it takes this back. One row per statement: of several about a requirement
 * the one recorded last holds. It is about no student.
 */
export interface RuleConfirmation {
  /** The id of the mandate profile, such as KY: several profiles have a requirement of one id. */
  readonly mandate: string;
  readonly requirement: string;
  readonly isWithdrawn: boolean;
  /** Who has read it: name and role. */
  readonly by: string;
  /** What was read, with its edition; why, where it is taken back. */
  readonly source: string;
  readonly on: Day;
  /** The hash of what the profile's rule said then: a rule that was changed since is not confirmed. */
  readonly rule: string;
  /** The instant, as ISO text. */
  readonly recordedAt: string;
}
