import type { Day } from "../../functions/domain/calendar/day.ts";
import { schoolId } from "../../functions/domain/ids.ts";
import type { RequirementStanding } from "../../functions/domain/plans/requirement-standing.ts";
import type { ReviewStatus } from "../../functions/domain/plans/review-status.ts";
import type { ReviewAnswer, StandingAnswer } from "../../functions/mandates/clock/answer.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { isReview } from "../../functions/mandates/rules/requirement.ts";

const common = {
  ...{ because: "", daysLeft: null, owner: schoolId("A"), evidence: [] },
  requirement: effectivePractice.requirements.filter(isReview)[0]!,
};

/** The clock's answer on a review; its due day is as given, and none otherwise. */
export const review = (
  status: ReviewStatus,
  dueOn: Day | null = null,
  given: Partial<ReviewAnswer> = {},
): ReviewAnswer => ({
  ...common,
  ...{ kind: "review", status, dueOn, opensOn: null, heldOn: null, review: null },
  ...given,
});

/** The answer on what has no clock. */
export const standing = (
  status: RequirementStanding,
  given: Partial<StandingAnswer> = {},
): StandingAnswer => ({ ...common, kind: "standing", status, dueOn: null, ...given });
