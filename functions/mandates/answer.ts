import type { Day } from "../domain/day.ts";
import type { ReviewStatus } from "../domain/review-status.ts";
import type { Requirement } from "./mandate-profile.ts";

/** The clock's answer for one student and one requirement, with the records and days it rests on. */
export interface RequirementAnswer {
  readonly requirement: Requirement;
  readonly status: ReviewStatus;
  /** Why, in a sentence that a counselor can check against the records. */
  readonly because: string;
  /** The day it is due for this student; null where the school has no calendar. */
  readonly dueOn: Day | null;
  /** First day on which the review counts, where there is a window. */
  readonly opensOn: Day | null;
  readonly heldOn: Day | null;
  /** The review that was counted. */
  readonly review: string | null;
  /** Days until the due day, negative when it has passed; null without a due day or once held. */
  readonly daysLeft: number | null;
}
