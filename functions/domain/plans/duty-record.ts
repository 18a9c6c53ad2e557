import type { Day } from "../calendar/day.ts";

/** That the district did one of its own duties, such as renewing its policy, on a day. It is about no student. */
export interface DutyRecord {
  /** The duty's id in the mandate profile. */
  readonly duty: string;
  readonly doneOn: Day;
  /** The staff member who answers for it. */
  readonly doneBy: string;
}
