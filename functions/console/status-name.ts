import {
  REQUIREMENT_STANDING_NAMES,
  type RequirementStanding,
} from "../domain/plans/requirement-standing.ts";
import { REVIEW_STATUS_NAMES, type ReviewStatus } from "../domain/plans/review-status.ts";

const NAMES: { readonly [status in ReviewStatus | RequirementStanding]: string } = {
  ...REVIEW_STATUS_NAMES,
  ...REQUIREMENT_STANDING_NAMES,
};

/** A status in words. A requirement that applies later is "not yet due" on a list of what to do. */
export function statusName(status: string, need: string): string {
  if (status === "") return "";
  return status === "not-applicable" && need === "due-soon"
    ? NAMES.pending
    : NAMES[status as ReviewStatus | RequirementStanding];
}
