import { byText, compareText } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { PlanId } from "../../domain/ids.ts";
import {
  isActiveOn,
  type Plan,
  type PlanDocument,
  type PlanReview,
  type PlanType,
} from "../../domain/plans/plan.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { Evidence } from "../clock/answer.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";

export type ReviewHeld = PlanReview & { readonly heldOn: Day };
export type HeldReview = Pick<ReviewHeld, "review" | "heldOn" | "meeting"> & {
  /** The record that shows an update of the plan, if it is not a review. */
  readonly update?: Evidence;
};

/** The student's plans of the types that the mandate accepts, drafts left out. */
export const acceptedPlans = (
  mandate: MandateProfile,
  document: PlanDocument,
): ReadonlySet<PlanId> =>
  new Set(
    document.plans
      .filter(({ status, planType }) => status !== "draft" && mandate.planTypes.includes(planType))
      .map(({ plan }) => plan),
  );

/** The plans of the types that the mandate accepts, drafts left out, opened by a day, in the order of opening. */
export const acceptedPlansOf = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  asOf: Day,
): readonly Plan[] =>
  documents
    .flatMap(({ plans }) => plans)
    .filter(
      ({ status, planType, openedOn }) =>
        status !== "draft" && openedOn <= asOf && mandate.planTypes.includes(planType),
    )
    .sort(byText(({ openedOn }) => openedOn));

/** Reviews of accepted plans that were held this school year by the as-of day, as the export gives them. */
export const reviewsHeld = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  asOf: Day,
): readonly ReviewHeld[] =>
  // What was held in an earlier year was that year's review.
  documents.flatMap((document) =>
    reviewsHeldSince(mandate, document, firstDayOf(schoolYearOf(asOf)), asOf),
  );

export function reviewsHeldSince(
  mandate: MandateProfile,
  document: PlanDocument | null,
  since: Day,
  asOf: Day,
): readonly ReviewHeld[] {
  if (document === null || document.reviews.length === 0) return [];
  const accepted = acceptedPlans(mandate, document);
  return document.reviews.filter(
    (review): review is ReviewHeld =>
      review.state === "held" &&
      review.heldOn !== null &&
      review.heldOn <= asOf &&
      review.heldOn >= since &&
      accepted.has(review.plan),
  );
}

/** Reviews held of any plan, for a rule without a plan document. */
export const anyReviewsHeldSince = (
  { reviews }: PlanDocument,
  since: Day,
  asOf: Day,
): readonly ReviewHeld[] =>
  reviews.filter(
    (review): review is ReviewHeld =>
      review.state === "held" &&
      review.heldOn !== null &&
      review.heldOn <= asOf &&
      review.heldOn >= since,
  );

/** Held reviews of accepted plans up to the as-of day, in order; two on one day count once. */
export const heldReviews = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  asOf: Day,
): readonly HeldReview[] => onceADay(reviewsHeld(mandate, documents, asOf));

export function onceADay(reviews: readonly ReviewHeld[]): readonly HeldReview[] {
  const held = reviews.map(({ review, heldOn, meeting }): HeldReview =>
    meeting === undefined ? { review, heldOn } : { review, heldOn, meeting },
  );
  held.sort((a, b) => compareText(a.heldOn, b.heldOn) || compareText(a.review, b.review));
  return held.filter((review, index) => review.heldOn !== held[index - 1]?.heldOn);
}

/**
 * The plans of accepted types that are open on the day, the one opened last first. Plans of an
 * earlier school year count only if their status is active: platforms close plans without giving
 * the day.
 */
export const openPlans = (
  { planTypes }: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): readonly Plan[] => openPlansOfTypes(planTypes, documents, on);

export const openPlansOfTypes = (
  types: readonly PlanType[],
  documents: readonly PlanDocument[],
  on: Day,
): readonly Plan[] =>
  documents
    .flatMap(({ plans }) => plans)
    .filter(
      (plan) =>
        types.includes(plan.planType) &&
        isActiveOn(plan, on) &&
        (plan.status === "active" || plan.closedOn !== null || plan.schoolYear >= schoolYearOf(on)),
    )
    .sort((a, b) => compareText(b.openedOn, a.openedOn));

/** Whether a plan of an accepted type is open on the day. */
export const hasActivePlan = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): boolean => openPlans(mandate, documents, on).length > 0;
