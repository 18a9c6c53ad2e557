import { STANDING_PARTS, type ReviewPart, type StandingPart } from "../../domain/figures/parts.ts";
import type { RequirementAnswer } from "../../mandates/clock/answer.ts";
import { standingOf } from "../../mandates/clock/answer.ts";

/**
 * One answer as a part of a bar of reviews. A substituted or attested answer counts as done on
 * time, or as not held.
 */
export const reviewPart = ({ status, dueOn }: RequirementAnswer): ReviewPart =>
  reviewPartOf(status, dueOn);

/** As `reviewPart`, from the status and the due day as a table of students keeps them. */
export function reviewPartOf(
  status: RequirementAnswer["status"],
  dueOn: string | null,
): ReviewPart {
  switch (status) {
    case "timely":
    case "met":
      return "on-time";
    case "held-late":
      return "held-late";
    case "not-held":
    case "not-met":
      return "not-held";
    case "plan-missing":
      return "no-plan";
    case "not-determinable":
      return "not-determinable";
    case "pending":
    case "exempt":
    case "not-applicable":
      return "not-due";
    case "not-yet-assessable":
      // Too new is known not to be due; without a calendar nothing is known.
      return dueOn === null ? "not-determinable" : "not-due";
  }
}

/**
 * The order in which a student's several reviews decide: the first of these that any review gives.
 */
const FIRST_OF_REVIEWS: readonly ReviewPart[] = [
  "no-plan",
  "not-held",
  "not-determinable",
  "held-late",
  "on-time",
  "not-due",
];

export const allReviews = (answers: readonly RequirementAnswer[]): ReviewPart =>
  firstOf(FIRST_OF_REVIEWS, answers, reviewPart) ?? "not-due";

/** The first part of an order that any answer gives; null without answers. */
function firstOf<P>(
  order: readonly P[],
  answers: readonly RequirementAnswer[],
  partOf: (answer: RequirementAnswer) => P,
): P | null {
  let first = order.length;
  for (const answer of answers) {
    const place = order.indexOf(partOf(answer));
    if (place >= 0 && place < first) first = place;
  }
  return order[first] ?? null;
}

/**
 * The order for standings, the least favorable first. What cannot be determined takes precedence
 * over what is met.
 */
const FIRST_OF_STANDINGS: readonly StandingPart[] = [
  "not-met",
  "not-determinable",
  "met",
  "not-applicable",
];

export const allStandings = (answers: readonly RequirementAnswer[]): StandingPart =>
  firstOf(FIRST_OF_STANDINGS, answers, standingOf) ?? "not-applicable";

/** The standings as parts of the bar of reviews, if both ask one question of the same students. */
const STANDING_IN_REVIEWS: { readonly [part in StandingPart]: readonly ReviewPart[] } = {
  met: ["on-time"],
  "not-met": ["held-late", "not-held", "no-plan"],
  "not-determinable": ["not-determinable"],
  "not-applicable": ["not-due"],
};

/**
 * The parts of the bar of reviews that a standing is read from.
 * @throws if it is not a standing
 */
export function standingInReviews(standing: string): readonly ReviewPart[] {
  const part = STANDING_PARTS.find(({ id }) => id === standing);
  if (part === undefined) throw new Error(`no requirement has the standing ${standing}`);
  return STANDING_IN_REVIEWS[part.id];
}

export const REVIEW_AFTER_DUE: readonly ReviewPart[] = ["held-late", "not-held"];
export const STANDING_AFTER_DUE: readonly StandingPart[] = ["not-met"];
