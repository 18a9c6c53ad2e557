import { reviewsHeld } from "../mandates/plan-records.ts";
import { verdict, type Metric } from "./metric.ts";

/** Whether families take part: in at least one of the reviews held this school year. */
export const familyParticipation: Metric = {
  id: "family-participation",
  name: "Reviewed with family",
  isHigherBetter: true,
  definition: "Students with a review this school year in at least one of which family took part.",
  numerator: "Students for whom family took part in a held review.",
  denominator: "Students with at least one review held by the as-of day.",
  exclusions: "Students without a held review; reviews of plans of other types.",
  source: "Participants of the reviews, as the plan export gives them.",
  version: 2,
  breakdowns: ["all", "grade"],
  needs: "plans",
  population: "mandate",
  measure({ record, isUnderMandate }, { mandate, asOf }) {
    const held = reviewsHeld(mandate, record.document, asOf);
    return !isUnderMandate || held.length === 0
      ? "outside"
      : verdict(held.some(({ participants }) => participants.includes("family")));
  },
};
