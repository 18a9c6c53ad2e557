import { byText, compareText } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { PlanId } from "../../domain/ids.ts";
import {
  isActiveOn,
  isHeldInDoubt,
  mayBeActiveOn,
  type Plan,
  type PlanDocument,
  type PlanReview,
  type PlanType,
} from "../../domain/plans/plan.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { Evidence } from "../clock/answer.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { ContentDay } from "./goals-in-plan.ts";

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

/** Reviews of accepted plans that were held this school year by the date of the data, as the export gives them. */
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

/** Held reviews of accepted plans up to the date of the data, in order; two on one day count once. */
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

/** The plans of accepted types that are open on the day, of any school year, the one opened last first. */
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
  types.includes(plan.planType) && isActiveOn(plan, on);

/**
 * Whether a plan of an accepted type, of the school year of the day or a later one, may be open on it:
 * it was closed, and no record says when.
 */
export const mayBeOpen = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): boolean =>
  documents.some(({ plans }) =>
    plans.some(
      (plan) =>
        isAccepted(mandate, plan) && plan.schoolYear >= schoolYearOf(on) && mayBeActiveOn(plan, on),
    ),
  );

/**
 * The open plans of earlier school years that are carried on in the year of the day, since the student
 * has no plan of it.
 */
export function carriedOn(
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): ReadonlySet<PlanId> {
  const year = schoolYearOf(on);
  const hasOwn = acceptedPlansOf(mandate, documents, on).some((plan) => plan.schoolYear >= year);
  return new Set(hasOwn ? [] : openPlans(mandate, documents, on).map(({ plan }) => plan));
}

/**
 * The plans that were carried on when the content of a plan is looked at. A plan that is opened after the
 * due day does not change what was in the plan by then.
 */
export const carriedOnFor = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  { on }: ContentDay,
  asOf: Day,
): ReadonlySet<PlanId> =>
  carriedOn(mandate, documents, schoolYearOf(on) === schoolYearOf(asOf) ? on : asOf);

/**
 * Reviews that may have been held since a day, by default the first of the school year: held without a
 * day, of a plan of these school years or of one carried on, at the beginning or now; or with a day of that time, though their
 * status says that they were not held. Of accepted plans or, for a rule without a plan document, of any.
 */
export function undatedReviews(
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  asOf: Day,
  since: Day = firstDayOf(schoolYearOf(asOf)),
  isOfAnyPlan = false,
): readonly PlanReview[] {
  // A plan that is opened later does not take from the plan before it what may have been held.
  const carried = [since, asOf].map((on) => carriedOn(mandate, documents, on));
  return documents.flatMap((document) => {
    const { schoolYear, reviews } = document;
    const accepted = acceptedPlans(mandate, document);
    const isOfSpan = schoolYear >= schoolYearOf(since) && schoolYear <= schoolYearOf(asOf);
    return reviews.filter((review) => {
      const { state, heldOn, plan } = review;
      if (!isOfAnyPlan && !accepted.has(plan)) return false;
      return heldOn === null
        ? state === "held" && (isOfSpan || carried.some((plans) => plans.has(plan)))
        : isHeldInDoubt(review) && since <= heldOn && heldOn <= asOf;
    });
  });
}

/** Why such reviews leave an answer open. */
export const undatedWords = (undated: readonly PlanReview[]): string =>
  undated.some(isHeldInDoubt)
    ? "A review is on record with a date on which it was held, and as not held."
    : "A review is on record as held without a date that can be used.";

/** Whether a plan of an accepted type is open on the day. */
export const hasActivePlan = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
): boolean =>
  documents.some(({ plans }) => plans.some((plan) => isOpen(mandate.planTypes, plan, on)));
