import type { RequirementStanding } from "../../functions/domain/plans/requirement-standing.ts";
import type { ReviewStatus } from "../../functions/domain/plans/review-status.ts";
import { ALASKA_TO_MISSISSIPPI } from "./students/alaska-to-mississippi.ts";
import { MISSOURI_TO_WISCONSIN } from "./students/missouri-to-wisconsin.ts";
import type { ReportedStudent } from "./told-student.ts";

/** One student under one requirement, in words and in days, with the answer worked out by hand. */
export interface JurisdictionStudent extends ReportedStudent {
  readonly who: string;
  readonly requirement: string;
  readonly is: ReviewStatus | RequirementStanding;
}

/**
 * Three students or more for each jurisdiction: one who meets it, one to whom it does not apply or of
 * whom it cannot be determined, and one who does not meet it, where a text that was read lets anybody
 * say so. School years begin on Monday 2021-09-06, 2023-09-04 and 2024-09-02 and end 137 days later:
 * 2022-01-21, 2024-01-19 and 2025-01-17.
 */
export const STUDENTS: { readonly [jurisdiction: string]: readonly JurisdictionStudent[] } = {
  ...ALASKA_TO_MISSISSIPPI,
  ...MISSOURI_TO_WISCONSIN,
};

/** Jurisdictions that ask nothing of a student: no duty was found, or it is encouraged, a pilot or the district's own. */
export const ASK_NOTHING = ["IL", "MA", "ME", "NE", "NJ"] as const;
