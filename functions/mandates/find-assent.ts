import type { Day } from "../domain/day.ts";
import { isAtLeast, type PlanAssent } from "../domain/plan-assent.ts";
import type { PlanDocument } from "../domain/plan.ts";
import { firstDayOf, schoolYearOf } from "../domain/school-year.ts";
import { arePlansHeldSince, moreOf, type ClockCase } from "./clock-case.ts";
import { birthday } from "./due-day.ts";
import { absent, allOf, done, unknown, type Found } from "./found.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import { reviewsHeldSince } from "./plan-records.ts";
import type { Assent, AssentRequirement } from "./requirement.ts";
import { lastEvent } from "./student-events.ts";

/** From what age on nobody else has to assent. */
const AGE_OF_MAJORITY = 18;

/**
 * Who took part, and how far: from the records of assent, and for taking part from the reviews.
 * What was given before a change that re-opens the plan no longer stands.
 */
export function findAssent(
  mandate: MandateProfile,
  requirement: AssentRequirement,
  student: ClockCase,
  asOf: Day,
): Found {
  const { assents, birthOn, earlier, events } = moreOf(student);
  const ofYear = requirement.span === "school-year" ? firstDayOf(schoolYearOf(asOf)) : null;
  const change =
    requirement.reopenedBy === undefined
      ? null
      : lastEvent(events, requirement.reopenedBy, ofYear, asOf);
  const since = change?.occurredOn ?? ofYear;
  const given = [
    ...(assents ?? []),
    ...[student.document, ...(earlier ?? [])].flatMap((document) =>
      takenPart(mandate, document, since ?? ("0001-01-01" as Day), asOf),
    ),
  ].filter(({ givenOn }) => givenOn <= asOf && (since === null || givenOn >= since));
  // The reviews show who took part, those of earlier years where they are held.
  const isWhole = assents !== null || ofYear !== null || arePlansHeldSince(moreOf(student), since);
  const isHeld = (asked: Assent): boolean =>
    assents !== null || (asked.degree === "participation" && isWhole);

  const parts = requirement.of.flatMap((asked): Found[] => {
    if (asked.isOnlyForMinors === true && birthOn !== null) {
      if (asOf >= birthday(birthOn, AGE_OF_MAJORITY)) return [];
    }
    const first = given
      .filter((one) => fulfils(one, asked))
      .reduce<PlanAssent | null>((a, b) => (a === null || b.givenOn < a.givenOn ? b : a), null);
    if (first !== null) {
      return [
        done(
          first.givenOn,
          [{ record: "assent", name: `${first.role} ${first.degree}`, on: first.givenOn }],
          isWhole,
        ),
      ];
    }
    if (asked.isOnlyForMinors === true && birthOn === null) {
      return [unknown(`Asked of ${asked.who} for minors only, and no day of birth is given.`)];
    }
    const asks = `${asked.degree.replaceAll("-", " ")} by ${asked.who}`;
    return [
      isHeld(asked)
        ? absent(
            change === null
              ? `No ${asks} is recorded.`
              : `No ${asks} is recorded since the plan was changed on ${change.occurredOn}.`,
          )
        : unknown(`The exports hold no records of ${asks}.`),
    ];
  });
  const ofAgeOn = birthOn === null ? null : birthday(birthOn, AGE_OF_MAJORITY);
  // Asked of nobody since the student is of age.
  return parts.length === 0 && ofAgeOn !== null ? done(ofAgeOn, []) : allOf(parts);
}

const fulfils = (given: PlanAssent, asked: Assent): boolean =>
  asked.anyOf.includes(given.role) &&
  (given.isDesignee ? asked.mayBeDesignee === true : true) &&
  (given.isGoodFaithEffort
    ? asked.isMetByGoodFaith === true
    : isAtLeast(given.degree, asked.degree));

/** The participants of held reviews, as records of taking part. */
const takenPart = (
  mandate: MandateProfile,
  document: PlanDocument | null,
  since: Day,
  asOf: Day,
): readonly PlanAssent[] =>
  reviewsHeldSince(mandate, document, since, asOf).flatMap(({ heldOn, participants }) =>
    participants.map((role): PlanAssent => ({
      role,
      degree: "participation",
      givenOn: heldOn,
      isDesignee: false,
      isGoodFaithEffort: false,
    })),
  );
