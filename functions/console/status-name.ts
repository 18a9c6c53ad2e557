import {
  REQUIREMENT_STANDING_NAMES,
  type RequirementStanding,
} from "../domain/plans/requirement-standing.ts";
import { REVIEW_STATUS_NAMES, type ReviewStatus } from "../domain/plans/review-status.ts";

const NAMES: { readonly [status in ReviewStatus | RequirementStanding]: string } = {
  ...REVIEW_STATUS_NAMES,
  ...REQUIREMENT_STANDING_NAMES,
};

/** A status in words. What is asked later does not apply yet: on a list of what to do, it is not yet due. */
export function statusName(status: string, need: string): string {
  if (status === "") return "";
  return status === "not-applicable" && need === "due-soon"
    ? NAMES.pending
    : NAMES[status as ReviewStatus | RequirementStanding];
}
