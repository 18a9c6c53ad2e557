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
): ReadonlySet<PlanId> => {
  const accepted = new Set<PlanId>();
  for (const plan of document.plans) if (isAccepted(mandate, plan)) accepted.add(plan.plan);
  return accepted;
};

/** A plan of a type that the mandate accepts, and no draft. */
const isAccepted = (
  { planTypes }: MandateProfile,
  { status, planType }: Pick<Plan, "status" | "planType">,
): boolean => status !== "draft" && planTypes.includes(planType);

/** The plans of the types that the mandate accepts, drafts left out, opened by a day, in the order of opening. */
export function acceptedPlansOf(
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  asOf: Day,
): readonly Plan[] {
  const accepted: Plan[] = [];
  for (const { plans } of documents) {
    for (const plan of plans) {
      if (plan.openedOn <= asOf && isAccepted(mandate, plan)) accepted.push(plan);
    }
  }
  return accepted.length > 1 ? accepted.sort(byText(({ openedOn }) => openedOn)) : accepted;
}

/** Reviews of accepted plans that were held this school year by the as-of day, as the export gives them. */
export const reviewsHeld = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  asOf: Day,
): readonly ReviewHeld[] => {
  // What was held in an earlier year was that year's review.
  const since = firstDayOf(schoolYearOf(asOf));
  const [only] = documents;
  return documents.length === 1 && only !== undefined
    ? reviewsHeldSince(mandate, only, since, asOf)
    : documents.flatMap((document) => reviewsHeldSince(mandate, document, since, asOf));
};

export function reviewsHeldSince(
  mandate: MandateProfile,
  document: PlanDocument | null,
  since: Day,
  asOf: Day,
): readonly ReviewHeld[] {
  if (document === null) return [];
  const held: ReviewHeld[] = [];
  for (const review of document.reviews) {
    if (!isHeldBetween(review, since, asOf)) continue;
    const isOfAccepted = document.plans.some(
      (plan) => plan.plan === review.plan && isAccepted(mandate, plan),
    );
    if (isOfAccepted) held.push(review);
  }
  return held;
}

const isHeldBetween = (review: PlanReview, since: Day, asOf: Day): review is ReviewHeld =>
  review.state === "held" &&
  review.heldOn !== null &&
  review.heldOn <= asOf &&
  review.heldOn >= since;

/** Reviews held of any plan, for a rule without a plan document. */
export const anyReviewsHeldSince = (
  { reviews }: PlanDocument,
  since: Day,
  asOf: Day,
): readonly ReviewHeld[] =>
  reviews.filter((review): review is ReviewHeld => isHeldBetween(review, since, asOf));

/** Held reviews of accepted plans up to the as-of day, in order; two on one day count once. */
export const heldReviews = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  asOf: Day,
): readonly HeldReview[] => onceADay(reviewsHeld(mandate, documents, asOf));

export function onceADay(reviews: readonly ReviewHeld[]): readonly HeldReview[] {
  if (reviews.length === 0) return [];
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

export function openPlansOfTypes(
  types: readonly PlanType[],
  documents: readonly PlanDocument[],
  on: Day,
): readonly Plan[] {
  const open: Plan[] = [];
  for (const { plans } of documents) {
    for (const plan of plans) if (isOpen(types, plan, on)) open.push(plan);
  }
  return open.length > 1 ? open.sort((a, b) => compareText(b.openedOn, a.openedOn)) : open;
}

const isOpen = (types: readonly PlanType[], plan: Plan, on: Day): boolean =>
  types.includes(plan.planType) &&
  isActiveOn(plan, on) &&
  (plan.status === "active" || plan.closedOn !== null || plan.schoolYear >= schoolYearOf(on));

/** Whether a plan of an accepted type is open on the day. */
export const hasActivePlan = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): boolean =>
  documents.some(({ plans }) => plans.some((plan) => isOpen(mandate.planTypes, plan, on)));
