import type { Day } from "../../domain/calendar/day.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { isAtLeast, type PlanAssent } from "../../domain/plans/plan-assent.ts";
import { isListed } from "../../domain/plans/plan.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { spanStart } from "../clock/span.ts";
import { lastEvent } from "../clock/student-events.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { Assent, AssentRequirement } from "../rules/requirement.ts";
import { fulfills, tookPart } from "./assent-given.ts";
import { whyNot, type ConsideredRecord } from "./considered-record.ts";
import { acceptedPlans } from "./plan-records.ts";

/** Every assent of the student, from the records of assent and from the reviews. */
export function consideredAssents(
  mandate: MandateProfile,
  requirement: AssentRequirement,
  student: ClockCase,
  asOf: Day,
): readonly ConsideredRecord[] {
  const { assents, events } = moreOf(student);
  const { span, reopenedBy } = requirement;
  const spanBegan = spanStart(span, student, asOf);
  const change = reopenedBy === undefined ? null : lastEvent(events, reopenedBy, spanBegan, asOf);
  const since = change?.occurredOn ?? spanBegan;
  const recorded = (assents ?? []).map((given) => ({ given, what: "on record", why: null }));
  return [...recorded, ...inReviews(mandate, student)].map(
    ({ given, what, why }): ConsideredRecord => {
      const { role, degree, givenOn: on } = given;
      const isInSpan = on !== null && on <= asOf && (since === null || on >= since);
      const whyNotCounted =
        why ?? (isInSpan ? whyNotAsked(requirement, given) : whyNot(on, since, asOf));
      const how = `${what}${given.isDesignee ? ", by a designee" : ""}${given.isGoodFaithEffort ? ", an attempt without an answer" : ""}`;
      return {
        ...{
          record: "assent",
          name: `${role} ${degree}`,
          on,
          schoolYear: schoolYearOf(on ?? asOf),
        },
        isCounted: whyNotCounted === null,
        note: whyNotCounted === null ? how : `${how}; ${whyNotCounted}`,
      };
    },
  );
}

interface GivenAssent {
  readonly given: PlanAssent;
  /** The record that shows it, in words. */
  readonly what: string;
  /** Why it does not count on any day; null if it may count. */
  readonly why: string | null;
}

/** Those who took part in a review that was held. */
function inReviews(mandate: MandateProfile, student: ClockCase): readonly GivenAssent[] {
  return documentsOf(student).flatMap((document) => {
    const accepted = acceptedPlans(mandate, document);
    return document.reviews.flatMap(({ review, plan, state, heldOn, participants }) =>
      state !== "held" || heldOn === null
        ? []
        : participants.filter(isListed).map((role) => ({
            given: tookPart(role, heldOn),
            what: `took part in review ${review}`,
            why: accepted.has(plan) ? null : "the mandate does not accept its plan",
          })),
    );
  });
}

/** If assent must only be offered, an invitation is enough. */
function whyNotAsked({ of, modality }: AssentRequirement, given: PlanAssent): string | null {
  const isOffer = modality === "must-offer" || modality === "on-request";
  const isAsked = of.some(
    (asked) => fulfills(given, asked) || (isOffer && isInvited(given, asked)),
  );
  return isAsked ? null : "it is not what is required";
}

const isInvited = (given: PlanAssent, asked: Assent): boolean =>
  asked.anyOf.includes(given.role) && isAtLeast(given.degree, "invitation");
