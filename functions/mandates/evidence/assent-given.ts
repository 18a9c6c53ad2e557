import type { Day } from "../../domain/calendar/day.ts";
import { isAtLeast, type PlanAssent } from "../../domain/plans/plan-assent.ts";
import { isListed, UNLISTED, type PlanDocument } from "../../domain/plans/plan.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { Assent } from "../rules/requirement.ts";
import { anyReviewsHeldSince, reviewsHeldSince, type ReviewHeld } from "./plan-records.ts";

/** An assent whose day a record gives. */
export type DatedAssent = PlanAssent & { readonly givenOn: Day };

/**
 * The dated assent given to a student's plans by a day and, if a first day is given, since that day: from
 * its own records, and by taking part in reviews.
 */
export const assentGiven = (
  mandate: MandateProfile,
  student: ClockCase,
  since: Day | null,
  asOf: Day,
): readonly DatedAssent[] =>
  [
    ...(moreOf(student).assents ?? []).filter(isDated),
    ...documentsOf(student).flatMap((document) => takenPart(mandate, document, since, asOf)),
  ].filter(({ givenOn }) => givenOn <= asOf && (since === null || givenOn >= since));

/** The records of assent whose day no record gives. */
export const undatedAssents = (student: ClockCase): readonly PlanAssent[] =>
  (moreOf(student).assents ?? []).filter((given) => !isDated(given));

const isDated = (given: PlanAssent): given is DatedAssent => given.givenOn !== null;

/** Whether a record of assent is what a line of the rule asks for. */
export const fulfills = (given: PlanAssent, asked: Assent): boolean =>
  asked.anyOf.includes(given.role) &&
  (!given.isDesignee || asked.mayBeDesignee === true) &&
  (given.isGoodFaithEffort
    ? asked.isMetByGoodFaith === true
    : isAtLeast(given.degree, asked.degree));

/** Taking part in a review, as a record of assent. */
export const tookPart = (role: PlanAssent["role"], givenOn: Day): DatedAssent => ({
  role,
  givenOn,
  degree: "participation",
  isDesignee: false,
  isGoodFaithEffort: false,
});

/** Whether a review names somebody by a word that is not listed. */
export const isAnybodyUnlisted = (
  mandate: MandateProfile,
  student: ClockCase,
  since: Day | null,
  asOf: Day,
): boolean =>
  documentsOf(student).some((document) =>
    reviewsUnder(mandate, document, since, asOf).some(({ participants }) =>
      participants.includes(UNLISTED),
    ),
  );

const takenPart = (
  mandate: MandateProfile,
  document: PlanDocument,
  since: Day | null,
  asOf: Day,
): readonly DatedAssent[] =>
  reviewsUnder(mandate, document, since, asOf).flatMap(({ heldOn, participants }) =>
    participants.filter(isListed).map((role) => tookPart(role, heldOn)),
  );

/** The reviews under a mandate. If the mandate has no plan document, reviews of any plan count. */
function reviewsUnder(
  mandate: MandateProfile,
  document: PlanDocument,
  since: Day | null,
  asOf: Day,
): readonly ReviewHeld[] {
  return knowsNoPlan(mandate)
    ? anyReviewsHeldSince(document, since ?? FIRST_DAY, asOf)
    : reviewsHeldSince(mandate, document, since ?? FIRST_DAY, asOf);
}

/** Whether the mandate has no plan document, so that reviews of any plan count. */
export const knowsNoPlan = (mandate: MandateProfile): boolean =>
  mandate.requirements.some(
    (requirement) => requirement.kind === "recurring-review" && requirement.needsPlan === false,
  );

/** Before any record. */
export const FIRST_DAY = "0001-01-01" as Day;
