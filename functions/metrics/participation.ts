import type { Participant } from "../domain/plan.ts";
import { reviewsHeld } from "../mandates/plan-records.ts";
import { verdict, type Metric } from "./metric.ts";

/** What the measures of taking part have in common: in at least one of the reviews held this school year. */
export const participation = (
  role: Participant,
): Omit<Metric, "id" | "name" | "definition" | "numerator"> => ({
  isHigherBetter: true,
  denominator: "Students with at least one review held by the as-of day.",
  exclusions:
    "Students without a held review, or exempt from all; reviews of plans of other types.",
  source: "Participants of the reviews, as the plan export gives them.",
  version: 3,
  breakdowns: ["all", "grade"],
  needs: "plans",
  population: "mandate",
  measure({ record, isAsked }, { mandate, asOf }) {
    const held = reviewsHeld(mandate, record.document, asOf);
    return !isAsked || held.length === 0
      ? "outside"
      : verdict(held.some(({ participants }) => participants.includes(role)));
  },
});
