import type { Day } from "../../domain/calendar/day.ts";
import type { SchoolId } from "../../domain/ids.ts";
import type { RequirementStanding } from "../../domain/plans/requirement-standing.ts";
import type { ReviewStatus } from "../../domain/plans/review-status.ts";
import type { Requirement, ReviewRequirement } from "../rules/requirement.ts";

/** A record that an answer is based on. */
export interface Evidence {
  readonly record:
    | "plan"
    | "review"
    | "component"
    | "assent"
    | "event"
    | "exemption"
    | "attestation"
    | "program";
  /** Its identifier, or the kind of entry. */
  readonly name: string;
  readonly on: Day;
}

interface AnswerCommon {
  /** Why, in a sentence that a counselor can check against the records. */
  readonly because: string;
  /** The day it is due for this student; null where it cannot be determined. */
  readonly dueOn: Day | null;
  /** Days until the due day, negative when it has passed; null without a due day or once done. */
  readonly daysLeft: number | null;
  /** The school that must act: the one that counts the student now. */
  readonly owner: SchoolId;
  readonly evidence: readonly Evidence[];
}

/** The clock's answer for one student and one review, with the records and days behind it. */
export interface ReviewAnswer extends AnswerCommon {
  readonly kind: "review";
  readonly requirement: ReviewRequirement;
  readonly status: ReviewStatus;
  /** The first day on which the review counts, if there is a window. */
  readonly opensOn: Day | null;
  readonly heldOn: Day | null;
  /** The review that was counted. */
  readonly review: string | null;
  /** The days of an earlier review that was late, if the one that counts now was on time. */
  readonly late?: { readonly dueOn: Day | null; readonly heldOn: Day | null };
}

/** How a student stands on a requirement that is not a review, or on a review without a clock. */
export interface StandingAnswer extends AnswerCommon {
  readonly kind: "standing";
  readonly requirement: Requirement;
  readonly status: RequirementStanding;
  /** Whether part of it would be in no record of the district, even if it was done. */
  readonly isUnrecorded?: true;
  /** Of a review of which only the due day is unknown: the first day on which it counts, and when it was held. */
  readonly window?: Pick<ReviewAnswer, "opensOn" | "heldOn">;
}

export type RequirementAnswer = ReviewAnswer | StandingAnswer;

/** Only the clock's answers for reviews that have a clock. */
export const reviewAnswers = (answers: readonly RequirementAnswer[]): readonly ReviewAnswer[] =>
  answers.filter((answer) => answer.kind === "review");

/** Any answer as one of the four standings, so that each requirement divides the students. */
export const standingOf = ({ status, dueOn }: RequirementAnswer): RequirementStanding =>
  standingOfStatus(status, dueOn);

/** As `standingOf`, from the status and the due day as a table of students keeps them. */
export function standingOfStatus(
  status: RequirementAnswer["status"],
  dueOn: string | null,
): RequirementStanding {
  switch (status) {
    case "timely":
      return "met";
    case "held-late":
    case "not-held":
    case "plan-missing":
      return "not-met";
    case "pending":
    case "exempt":
      return "not-applicable";
    case "not-yet-assessable":
      // Too new is known not to be due; without a calendar nothing is known.
      return dueOn === null ? "not-determinable" : "not-applicable";
    case "met":
    case "not-met":
    case "not-determinable":
    case "not-applicable":
      return status;
  }
}
