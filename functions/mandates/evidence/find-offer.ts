import { byText } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { isAtLeast } from "../../domain/plans/plan-assent.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { Evidence } from "../clock/answer.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { assentGiven } from "./assent-given.ts";
import { assentsAsked } from "./find-assent.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { acceptedPlansOf } from "./plan-records.ts";
import type { Assent, Requirement, ReviewRequirement } from "../rules/requirement.ts";
import { spanStart } from "../clock/span.ts";
import { lastEvent } from "../clock/student-events.ts";

/**
 * The record that shows that something was offered by a day: an event; for a review, one that was
 * scheduled; for taking part, an invitation of everyone who is named. Null if no record shows it.
 */
export function findOffer(
  mandate: MandateProfile,
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): Evidence | null {
  const since = offeredSince(requirement, student, asOf);
  const kind =
    requirement.offeredBy ??
    (requirement.kind === "plan" || requirement.kind === "content" ? "plan-offered" : null);
  const event = kind === null ? null : lastEvent(moreOf(student).events, kind, since, asOf);
  if (event !== null) return { record: "event", name: event.kind, on: event.occurredOn };
  switch (requirement.kind) {
    case "recurring-review":
    case "transition-review":
      return scheduledReview(mandate, requirement, student, since, asOf);
    case "assent":
      return invitation(mandate, assentsAsked(requirement, student, asOf), student, since, asOf);
    case "plan":
    case "content":
    case "record":
    case "judged":
      return null;
  }
}

function offeredSince(requirement: Requirement, student: ClockCase, asOf: Day): Day | null {
  const yearBegan = firstDayOf(schoolYearOf(asOf));
  if (!("span" in requirement)) return requirement.kind === "transition-review" ? yearBegan : null;
  const { span } = requirement;
  if (typeof span === "object" && "after" in span) return null;
  return spanStart(span, student, asOf);
}

function scheduledReview(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  since: Day | null,
  asOf: Day,
): Evidence | null {
  for (const document of documentsOf(student)) {
    const isOfAny = requirement.kind === "recurring-review" && requirement.needsPlan === false;
    const accepted = new Set(acceptedPlansOf(mandate, [document], asOf).map(({ plan }) => plan));
    for (const { review, plan, scheduledOn } of document.reviews) {
      if (scheduledOn === null || scheduledOn > asOf) continue;
      if (!isOfAny && !accepted.has(plan)) continue;
      if (since === null || scheduledOn >= since) {
        return { record: "review", name: review, on: scheduledOn };
      }
    }
  }
  return null;
}

/** The invitation, or higher degree, by which the last of the named people was invited. */
function invitation(
  mandate: MandateProfile,
  asked: readonly Assent[],
  student: ClockCase,
  since: Day | null,
  asOf: Day,
): Evidence | null {
  const given = assentGiven(mandate, student, since, asOf).filter(({ degree }) =>
    isAtLeast(degree, "invitation"),
  );
  let last: Evidence | null = null;
  for (const { anyOf } of asked) {
    const first = given
      .filter(({ role }) => anyOf.includes(role))
      .sort(byText(({ givenOn }) => givenOn))[0];
    if (first === undefined) return null;
    if (last === null || first.givenOn > last.on) {
      last = { record: "assent", name: `${first.role} ${first.degree}`, on: first.givenOn };
    }
  }
  return last;
}
