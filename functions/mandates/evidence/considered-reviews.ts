import { byText } from "../../domain/text/compare-text.ts";
import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../../domain/calendar/school-year.ts";
import { isHeldInDoubt, type PlanReview } from "../../domain/plans/plan.ts";
import { documentsOf, type ClockCase } from "../clock/clock-case.ts";
import { dayAfterShare } from "../clock/parts-of-year.ts";
import { spanStart } from "../clock/span.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { ReviewRequirement } from "../rules/requirement.ts";
import { whyNot, type ConsideredRecord } from "./considered-record.ts";
import { acceptedPlans } from "./plan-records.ts";

/**
 * Every review of every plan, with its state, and whether it counts for a review that is required.
 */
export function consideredReviews(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  asOf: Day,
): readonly ConsideredRecord[] {
  const since = reviewsSince(requirement, student, asOf);
  let countedOn: Day | null = null;
  return reviewsInOrder(mandate, requirement, student).map((listed): ConsideredRecord => {
    const { review, schoolYear } = listed;
    const { heldOn, state } = review;
    const why = whyNotCounted(requirement, listed, since, countedOn, asOf);
    if (why === null && heldOn !== null) countedOn = heldOn;
    return {
      ...{ record: "review", name: review.review, on: dayOf(review) },
      schoolYear: heldOn === null ? schoolYear : schoolYearOf(heldOn),
      isCounted: why === null,
      note: `${state}, of plan ${review.plan}${why === null ? "" : `; ${why}`}`,
    };
  });
}

interface ListedReview {
  readonly review: PlanReview;
  /** The school year of its plan. */
  readonly schoolYear: SchoolYear;
  /**
   * Whether its plan is one that the mandate accepts; true for any plan if the rule has no plan
   * document.
   */
  readonly isOfAcceptedPlan: boolean;
}

/**
 * The reviews of every plan by day; of two on one day, the one with the first identifier counts.
 */
function reviewsInOrder(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
): readonly ListedReview[] {
  const isOfAnyPlan = requirement.kind === "recurring-review" && requirement.needsPlan === false;
  return documentsOf(student)
    .flatMap((document) => {
      const accepted = acceptedPlans(mandate, document);
      return document.reviews.map((review) => ({
        review,
        schoolYear: document.schoolYear,
        isOfAcceptedPlan: isOfAnyPlan || accepted.has(review.plan),
      }));
    })
    .sort(byText(({ review }) => orderOf(review)));
}

const orderOf = (review: PlanReview): string => `${dayOf(review) ?? ""} ${review.review}`;

const dayOf = ({ heldOn, scheduledOn }: PlanReview): Day | null => heldOn ?? scheduledOn;

/** The first day on which a review counts; undefined if no record gives it. */
function reviewsSince(
  requirement: ReviewRequirement,
  student: ClockCase,
  asOf: Day,
): Day | undefined {
  if (requirement.kind === "transition-review") {
    return dayAfterShare(student.calendar, requirement.opensAfter) ?? undefined;
  }
  return spanStart(requirement.span, student, asOf) ?? firstDayOf(schoolYearOf(asOf));
}

/**
 * Why a review does not count, given the day of the one that was counted before it; null if it
 * counts.
 */
function whyNotCounted(
  requirement: ReviewRequirement,
  { review, isOfAcceptedPlan }: ListedReview,
  since: Day | undefined,
  countedOn: Day | null,
  asOf: Day,
): string | null {
  const { heldOn, state } = review;
  if (state !== "held") {
    if (isOffer(requirement, review, since, asOf)) return null;
    return isHeldInDoubt(review)
      ? "it also has a date on which it was held, so this is in doubt"
      : "it was not held";
  }
  if (!isOfAcceptedPlan) return "the mandate does not accept its plan";
  if (heldOn === null || heldOn > asOf || since === undefined || heldOn < since) {
    return whyNot(heldOn, since, asOf);
  }
  if (requirement.kind === "transition-review") {
    return countedOn === null ? null : whyNotAnother(heldOn, countedOn, 0);
  }
  const { meeting, minimumDaysApart } = requirement;
  if (meeting !== undefined && review.meeting !== meeting) return otherMeeting(review);
  return countedOn === null ? null : whyNotAnother(heldOn, countedOn, minimumDaysApart);
}

/** If a review must only be offered, a scheduled one is the offer. */
function isOffer(
  { modality }: ReviewRequirement,
  { scheduledOn }: PlanReview,
  since: Day | undefined,
  asOf: Day,
): boolean {
  const isOnlyOffered = modality === "must-offer" || modality === "on-request";
  if (!isOnlyOffered || scheduledOn === null || since === undefined) return false;
  return scheduledOn <= asOf && scheduledOn >= since;
}

const otherMeeting = ({ meeting }: PlanReview): string =>
  meeting === undefined
    ? "no record says with whom"
    : `it was with ${meeting === "group" ? "several students" : "one student"}`;

function whyNotAnother(heldOn: Day, countedOn: Day, daysApart: number): string | null {
  if (countedOn === heldOn) return "another review on the same day counts";
  return daysBetween(countedOn, heldOn) < daysApart
    ? `fewer than ${daysApart} days after the one of ${longDay(countedOn)}`
    : null;
}
