import type { Day } from "../../domain/calendar/day.ts";
import { ASSENT_DEGREES, isAtLeast, type PlanAssent } from "../../domain/plans/plan-assent.ts";
import { isListed, UNLISTED, type PlanDocument } from "../../domain/plans/plan.ts";
import type { Collected } from "../rules/collected.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { birthday } from "../clock/due-day.ts";
import type { DueFor } from "../clock/due-for.ts";
import { absent, done, holds, unknown, type Found, type Part } from "../clock/search-result.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { assentWords } from "../rules/assent-words.ts";
import { anyReviewsHeldSince, reviewsHeldSince, type ReviewHeld } from "./plan-records.ts";
import type { Assent, AssentRequirement } from "../rules/requirement.ts";
import { isAbsenceKnown, spanStart } from "../clock/span.ts";
import { lastEvent } from "../clock/student-events.ts";

/** From what age on nobody else has to assent. */
const AGE_OF_MAJORITY = 18;

/**
 * Who took part, and how far: a part for each line, from the records of assent, and for taking part
 * from the reviews. What was given before a change that re-opens the plan no longer stands.
 */
export function findAssent(
  mandate: MandateProfile,
  requirement: AssentRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): readonly Part[] {
  const { assents, birthOn, events, collected } = moreOf(student);
  const start = spanStart(requirement.span, student, asOf);
  const part = (found: Found, asked?: Assent): Part => ({
    found,
    status: asked?.status ?? requirement.status,
  });
  const change =
    requirement.reopenedBy === undefined
      ? null
      : lastEvent(events, requirement.reopenedBy, start, asOf);
  const since = change?.occurredOn ?? start;
  const given = [
    ...(assents ?? []),
    ...documentsOf(student).flatMap((document) => takenPart(mandate, document, since, asOf)),
  ].filter(({ givenOn }) => givenOn <= asOf && (since === null || givenOn >= since));
  const isAnybodyUnlisted = documentsOf(student).some((document) =>
    heldUnder(mandate, document, since ?? FIRST_DAY, asOf).some(({ participants }) =>
      participants.includes(UNLISTED),
    ),
  );
  const isWhole =
    change !== null || isAbsenceKnown(mandate, requirement, requirement.span, student, dueOf, asOf);
  const asked = assentsAsked(requirement, student, asOf);
  if (asked.length === 0 && birthOn !== null) {
    const ofAgeOn = birthday(birthOn, AGE_OF_MAJORITY);
    return [part(holds(`The student is of age since ${ofAgeOn}, and it is asked of nobody.`, []))];
  }
  return asked.map((one) => part(foundFor(one), one));

  /** Whether such assent would be on record. */
  function isTold(one: Assent): boolean {
    // A review shows who took part in it; who made the plan with the student only a record of its own.
    const isOfReviews = one.degree === "participation" && requirement.span === "school-year";
    if (assents === null && !isOfReviews) return false;
    return collected === undefined || isCollected(one, collected, isOfReviews);
  }

  function foundFor(one: Assent): Found {
    const first = given
      .filter((record) => fulfils(record, one))
      .reduce<PlanAssent | null>((a, b) => (a === null || b.givenOn < a.givenOn ? b : a), null);
    if (first !== null) {
      const name = `${first.role} ${first.degree}`;
      // Who may be of age was perhaps not asked, and what is not collected may have come before.
      const isSure = isWhole && (one.isOnlyForMinors !== true || birthOn !== null) && isTold(one);
      return done(first.givenOn, [{ record: "assent", name, on: first.givenOn }], isSure);
    }
    if (one.isOnlyForMinors === true && birthOn === null) {
      return unknown(`Asked of ${one.who} for minors only, and no day of birth is given.`);
    }
    const asks = assentWords(one);
    if (one.degree === "participation" && isAnybodyUnlisted) {
      return unknown(
        `A review names somebody by a word that is not listed, which may be: ${asks}.`,
      );
    }
    const isSigned =
      one.degree === "approval" &&
      given.some((record) => fulfils(record, { ...one, degree: "signature" }));
    if (isSigned) return unknown(`${one.who} signed, and no record says whether that is approval.`);
    if (!isTold(one)) {
      return unknown(
        assents === null
          ? `The exports hold no records of ${asks}.`
          : `The district's records never say: ${asks}.`,
      );
    }
    return absent(
      change === null
        ? `No ${asks} is recorded.`
        : `No ${asks} is recorded since the plan was changed on ${change.occurredOn}.`,
      isWhole,
    );
  }
}

/** Of an adult student nothing is asked that is asked of minors only. */
export function assentsAsked(
  { of }: AssentRequirement,
  student: ClockCase,
  asOf: Day,
): readonly Assent[] {
  const { birthOn } = moreOf(student);
  const isOfAge = birthOn !== null && asOf >= birthday(birthOn, AGE_OF_MAJORITY);
  return of.filter(({ isOnlyForMinors }) => !(isOnlyForMinors && isOfAge));
}

/** Whether anybody's records carry such assent by one of the roles, in that degree or a higher one. */
const isCollected = (
  { anyOf, degree }: Assent,
  { participants, assents }: Collected,
  isOfReviews: boolean,
): boolean =>
  anyOf.some(
    (role) =>
      (isOfReviews && participants.has(role)) ||
      ASSENT_DEGREES.some((given) => isAtLeast(given, degree) && assents.has(`${role} ${given}`)),
  );

const fulfils = (given: PlanAssent, asked: Assent): boolean =>
  asked.anyOf.includes(given.role) &&
  (given.isDesignee ? asked.mayBeDesignee === true : true) &&
  (given.isGoodFaithEffort
    ? asked.isMetByGoodFaith === true
    : isAtLeast(given.degree, asked.degree));

const FIRST_DAY = "0001-01-01" as Day;

/** The participants of held reviews, as records of taking part. */
export const takenPart = (
  mandate: MandateProfile,
  document: PlanDocument,
  since: Day | null,
  asOf: Day,
): readonly PlanAssent[] =>
  heldUnder(mandate, document, since ?? FIRST_DAY, asOf).flatMap(({ heldOn, participants }) =>
    participants.filter(isListed).map((role): PlanAssent => ({
      role,
      degree: "participation",
      givenOn: heldOn,
      isDesignee: false,
      isGoodFaithEffort: false,
    })),
  );

/** Where the rule knows no plan document its reviews may be of any plan. */
function heldUnder(
  mandate: MandateProfile,
  document: PlanDocument,
  since: Day,
  asOf: Day,
): readonly ReviewHeld[] {
  const knowsNoPlan = mandate.requirements.some(
    (one) => one.kind === "recurring-review" && one.needsPlan === false,
  );
  return knowsNoPlan
    ? anyReviewsHeldSince(document, since, asOf)
    : reviewsHeldSince(mandate, document, since, asOf);
}
