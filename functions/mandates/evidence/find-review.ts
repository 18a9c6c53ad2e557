import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { Meeting, PlanReview } from "../../domain/plans/plan.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { spanStart } from "../clock/span.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { ReviewRequirement } from "../rules/requirement.ts";
import {
  anyReviewsHeldSince,
  reviewsHeldSince,
  undatedReviews,
  type HeldReview,
  type ReviewHeld,
} from "./plan-records.ts";
import { updateIn } from "./plan-updates.ts";

/**
 * The reviews held in the span of the rule: of accepted plans, or of any plan if the rule has no
 * plan document.
 */
export function reviewsInSpan(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  asOf: Day,
): readonly ReviewHeld[] {
  const { since, isOfAnyPlan } = reviewsAsked(requirement, student, asOf);
  return documentsOf(student).flatMap((document) =>
    isOfAnyPlan
      ? anyReviewsHeldSince(document, since, asOf)
      : reviewsHeldSince(mandate, document, since, asOf),
  );
}

/** The reviews that may have been held in the span of the rule, of the same plans. */
export function undatedInSpan(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  asOf: Day,
): readonly PlanReview[] {
  const { since, isOfAnyPlan } = reviewsAsked(requirement, student, asOf);
  return undatedReviews(mandate, documentsOf(student), asOf, since, isOfAnyPlan);
}

/** Since when the reviews of a rule count, and whether those of any plan do. */
function reviewsAsked(requirement: ReviewRequirement, student: ClockCase, asOf: Day) {
  const isRecurring = requirement.kind === "recurring-review";
  const span = isRecurring ? requirement.span : "school-year";
  return {
    since: spanStart(span, student, asOf) ?? firstDayOf(schoolYearOf(asOf)),
    isOfAnyPlan: isRecurring && requirement.needsPlan === false,
  };
}

/**
 * If the text asks for an update, the record of an update before the first review counts in its
 * place. Making the first plan is not an update.
 */
export function withUpdate(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  reviews: readonly HeldReview[],
  isFirstPlan: boolean,
  asOf: Day,
): readonly HeldReview[] {
  if (requirement.isMetByUpdate !== true || isFirstPlan) return reviews;
  const update = updateIn(mandate, student, schoolYearOf(asOf), asOf);
  const [first] = reviews;
  return update === null || (first !== undefined && first.heldOn <= update.on)
    ? reviews
    : [{ review: update.evidence.name, heldOn: update.on, update: update.evidence }, ...reviews];
}

/** The nth review, each far enough after the one counted before it; or the first since the window opened. */
export function countedReview(
  requirement: ReviewRequirement,
  held: readonly HeldReview[],
  opensOn: Day | null,
): HeldReview | null {
  if (requirement.kind === "transition-review") {
    return held.find(({ heldOn }) => opensOn !== null && heldOn >= opensOn) ?? null;
  }
  const { minimumDaysApart, nth } = requirement;
  let counted: HeldReview | null = null;
  let count = 0;
  for (const review of held) {
    if (counted !== null && daysBetween(counted.heldOn, review.heldOn) < minimumDaysApart) continue;
    counted = review;
    if (++count === nth) return counted;
  }
  return null;
}

/**
 * Whether a rule asks for a type of meeting, and the records do not give the type of those that
 * were held, or never give that type.
 */
export function isMeetingUnknown(
  asked: Meeting | undefined,
  student: ClockCase,
  held: readonly ReviewHeld[],
): boolean {
  if (asked === undefined) return false;
  const { collected } = moreOf(student);
  return (
    held.some(({ meeting }) => meeting === undefined) ||
    (collected !== undefined && !collected.meetings.has(asked))
  );
}
