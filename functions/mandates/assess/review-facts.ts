import type { Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { isHeldSince, type ClockCase } from "../clock/clock-case.ts";
import { dayAfterShare } from "../clock/parts-of-year.ts";
import { cameDuringYear, type DueFor } from "../clock/due-for.ts";
import { spanStart } from "../clock/span.ts";
import {
  isMeetingUnknown,
  reviewsInSpan,
  undatedInSpan,
  withUpdate,
} from "../evidence/find-review.ts";
import {
  onceADay,
  undatedWords,
  type HeldReview,
  type ReviewHeld,
} from "../evidence/plan-records.ts";
import { isAnyUpdateUndated, UNDATED_UPDATE } from "../evidence/plan-updates.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { ReviewRequirement } from "../rules/requirement.ts";
import { firstPlanYear } from "./plan-stage.ts";

/**
 * What the rule and the records say about one review of one student, before any two days are
 * compared.
 */
export interface ReviewFacts {
  readonly mandate: MandateProfile;
  readonly requirement: ReviewRequirement;
  readonly student: ClockCase;
  readonly dueOf: DueFor;
  readonly asOf: Day;
  /** The first day on which a review counts, if there is a window. */
  readonly opensOn: Day | null;
  /**
   * The reviews of the kind that the rule asks for, in order, and what counts in place of the
   * first.
   */
  readonly held: readonly HeldReview[];
  /** Whether only reviews of a plan that the mandate accepts count. */
  readonly needsPlan: boolean;
  /** Whether no review is due in the school year in which the student's first plan opens. */
  readonly startsNextYear: boolean;
  /** When the first plan opened; `earlier` for a rule that asks a review in the first year too. */
  readonly firstPlan: ReturnType<typeof firstPlanYear>;
  /** Why a review that is not on record may have been held; null if all would be on record. */
  readonly mayBeUnrecorded: string | null;
  /** The first words of a sentence about a missing review. */
  readonly noReview: "No review" | "No review that counts here";
}

export function reviewFacts(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): ReviewFacts {
  const all = reviewsInSpan(mandate, requirement, student, asOf);
  const meeting = requirement.kind === "recurring-review" ? requirement.meeting : undefined;
  const reviews = onceADay(
    all.filter((review) => meeting === undefined || review.meeting === meeting),
  );
  const firstPlan = firstPlanYear(mandate, student, asOf);
  const startsNextYear = isNotDueInFirstYear(requirement);
  const held = withUpdate(mandate, requirement, student, reviews, firstPlan === "this", asOf);
  const undated = undatedInSpan(mandate, requirement, student, asOf);
  const isUpdate = requirement.isMetByUpdate === true && firstPlan !== "this";
  const updates = isUpdate && isAnyUpdateUndated(student) ? 1 : 0;
  const nth = requirement.kind === "recurring-review" ? requirement.nth : 1;
  return {
    mandate,
    requirement,
    student,
    dueOf,
    asOf,
    opensOn:
      requirement.kind === "transition-review"
        ? dayAfterShare(student.calendar, requirement.opensAfter)
        : null,
    held,
    needsPlan: needsPlan(requirement),
    startsNextYear,
    firstPlan: startsNextYear ? firstPlan : "earlier",
    mayBeUnrecorded:
      undated.length + updates > 0 && held.length + undated.length + updates >= nth
        ? undated.length > 0
          ? undatedWords(undated)
          : UNDATED_UPDATE
        : mayBeUnrecorded(requirement, student, dueOf, all, asOf),
    // Reviews without a certain day, of another kind, too soon after the first, or before the window opened, are reviews
    // too.
    noReview: all.length + undated.length === 0 ? "No review" : "No review that counts here",
  };
}

const needsPlan = (requirement: ReviewRequirement): boolean =>
  requirement.kind === "transition-review" || requirement.needsPlan !== false;

function isNotDueInFirstYear(requirement: ReviewRequirement): boolean {
  return requirement.kind === "transition-review"
    ? requirement.isOfEarlierPlan === true
    : needsPlan(requirement) &&
        requirement.span === "school-year" &&
        requirement.isDueInFirstYear !== true;
}

function mayBeUnrecorded(
  requirement: ReviewRequirement,
  student: ClockCase,
  { isTooLate }: DueFor,
  all: readonly ReviewHeld[],
  asOf: Day,
): string | null {
  const isRecurring = requirement.kind === "recurring-review";
  if (isRecurring && isMeetingUnknown(requirement.meeting, student, all)) {
    return "No record says whether reviews were held with one student or with a group.";
  }
  const span = isRecurring ? requirement.span : "school-year";
  const yearBegan = firstDayOf(schoolYearOf(asOf));
  const since = spanStart(span, student, asOf) ?? yearBegan;
  // If the student was elsewhere before, reviews of the band may have been held there.
  const isPartOfBand =
    span !== "school-year" &&
    (!isHeldSince(student, schoolYearOf(since), asOf) ||
      (cameDuringYear(student) && since < yearBegan));
  if (isPartOfBand) {
    return "A review in an earlier school year may count for it, and not all records of that year were sent.";
  }
  return isTooLate && requirement.entrantDue === undefined
    ? "It was due before the student entered the district, and may have been held elsewhere."
    : null;
}
