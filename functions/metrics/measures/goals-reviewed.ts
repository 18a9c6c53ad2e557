import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import type { PlanReview } from "../../domain/plans/plan.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { goalIndicator } from "./goal-indicators.ts";

/** Frequent discussion, of FAST goals: three times a school year or more. A convention. */
const MOST_DAYS = 120;

/** Whether goals are talked about often enough to be kept in mind. */
export const goalsReviewed = goalIndicator({
  id: "goals-reviewed",
  name: "Goals under review",
  goalsThat: "whose plan was reviewed in the last 120 days, or is to be reviewed in the next",
  numerator:
    "Students each of whose goals is in a plan with a review that was held at most 120 days before the date of the data, or that is scheduled for a day at most 120 days after it.",
  exclusions:
    "A review that was scheduled for an earlier day and not held is no review. If no plan of the district has a review, it cannot be determined.",
  source: "Reviews, as the plan export gives them.",
  version: 1,
  isPublic: true,
  meets: ({ plan }, { record }, { asOf }) =>
    record.more.collected?.reviews === false
      ? null
      : documentsOf(record).some(({ reviews }) =>
          reviews.some((review) => review.plan === plan && isWithin(review, asOf)),
        ),
});

/** A review that was held or missed after the date of the data counts as scheduled on that date. */
function isWithin({ state, heldOn, scheduledOn }: PlanReview, asOf: Day): boolean {
  if (state === "held" && heldOn !== null && heldOn <= asOf) {
    return daysBetween(heldOn, asOf) <= MOST_DAYS;
  }
  return scheduledOn !== null && scheduledOn >= asOf && daysBetween(asOf, scheduledOn) <= MOST_DAYS;
}
