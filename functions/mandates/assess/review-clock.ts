import { addDays, type Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { ReviewAnswer, StandingAnswer } from "../clock/answer.ts";
import { moreOf, type ClockCase } from "../clock/clock-case.ts";
import type { DueFor } from "../clock/due-for.ts";
import { spanStart } from "../clock/span.ts";
import { lastEvent } from "../clock/student-events.ts";
import { countedReview } from "../evidence/find-review.ts";
import type { HeldReview } from "../evidence/plan-records.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { ReviewRequirement } from "../rules/requirement.ts";
import type { DueDays } from "./clocked-review.ts";
import { reviewFacts, type ReviewFacts } from "./review-facts.ts";
import { heldAfterDueDay, heldByDueDay } from "./review-held.ts";
import { notHeld } from "./review-not-held.ts";
import {
  enteredAfterDueDay,
  inFirstPlanYear,
  withoutDueDay,
  withUnknownDueDay,
} from "./review-without-due-day.ts";
import { planUnderReview } from "./plan-under-review.ts";

/** The answer for a review of one student; a standing if the text or the records set no clock. */
export function reviewAnswer(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): ReviewAnswer | StandingAnswer {
  const facts = reviewFacts(mandate, requirement, student, dueOf, asOf);
  const counted = countedReview(requirement, facts.held, facts.opensOn);
  const answer = clockReview(facts, counted, dueOf.due.kind === "day" ? dueOf.due : null);
  return counted === null ? answer : afterChange(facts, counted, answer);
}

/**
 * The answer for one review, held or not, by the days on which it is due; null if it is due on no
 * known day. The first case that fits decides.
 */
export function clockReview(
  facts: ReviewFacts,
  review: HeldReview | null,
  dueDays: DueDays | null,
): ReviewAnswer | StandingAnswer {
  const clocked = { facts, review, dueDays };
  const withoutLateness =
    withoutDueDay(clocked) ??
    withUnknownDueDay(clocked) ??
    heldByDueDay(clocked) ??
    inFirstPlanYear(clocked) ??
    enteredAfterDueDay(clocked);
  if (withoutLateness !== null) return withoutLateness;
  const plan = planUnderReview(facts);
  return review !== null && dueDays !== null
    ? heldAfterDueDay({ facts, review, dueDays }, plan)
    : notHeld({ facts, review: null, dueDays }, plan);
}

/**
 * If a change re-opens the plan after the review that counts, another review is due some days after
 * the change. A review that was late is never on time again.
 */
function afterChange(
  facts: ReviewFacts,
  counted: HeldReview,
  answer: ReviewAnswer | StandingAnswer,
): ReviewAnswer | StandingAnswer {
  const { requirement, student, dueOf, asOf } = facts;
  if (requirement.kind !== "recurring-review" || requirement.reopenedBy === undefined) {
    return answer;
  }
  const { event, days } = requirement.reopenedBy;
  const since = spanStart(requirement.span, student, asOf) ?? firstDayOf(schoolYearOf(asOf));
  const change = lastEvent(moreOf(student).events, event, since, asOf);
  if (change === null || counted.heldOn >= change.occurredOn) return answer;
  const nextReview = facts.held.find(({ heldOn }) => heldOn >= change.occurredOn) ?? null;
  const daysAfterChange = addDays(change.occurredOn, days);
  const { due } = dueOf;
  const dueOn = due.kind === "day" && due.on > daysAfterChange ? due.on : daysAfterChange;
  const next = clockReview(facts, nextReview, { on: dueOn, latest: dueOn });
  if (answer.kind !== "review" || answer.status !== "held-late") return next;
  const { because, dueOn: wasDueOn, heldOn } = answer;
  return next.kind === "review" && next.status === "timely"
    ? { ...next, status: "held-late", because, late: { dueOn: wasDueOn, heldOn } }
    : next;
}
