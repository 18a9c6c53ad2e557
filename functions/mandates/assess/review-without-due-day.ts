import { longDay } from "../../domain/calendar/long-day.ts";
import type { ReviewAnswer, StandingAnswer } from "../clock/answer.ts";
import { NO_CALENDAR } from "../clock/parts-of-year.ts";
import {
  cameWords,
  cannotBeDetermined,
  heldWords,
  reviewIs,
  type ClockedReview,
} from "./clocked-review.ts";
import { FIRST_YEAR } from "./plan-stage.ts";

/**
 * The cases in which no due day of this school year decides. Each returns null if it does not fit.
 */

/**
 * The text names no day, or the day was in an earlier school year: the only question is whether a
 * review was held by then.
 */
export function withoutDueDay(clocked: ClockedReview): ReviewAnswer | StandingAnswer | null {
  const { facts, review, dueDays } = clocked;
  const { due } = facts.dueOf;
  if (due.kind !== "open" && (due.kind !== "past" || dueDays !== null)) return null;
  if (review !== null && (due.kind === "open" || review.heldOn <= due.about)) {
    return reviewIs("timely", clocked, `${heldWords(review)}.`);
  }
  return cannotBeDetermined(
    clocked,
    due.kind === "open" ? due.because : `It was due before ${longDay(due.before)}.`,
  );
}

/** A record is missing from which the due day follows. */
export function withUnknownDueDay(clocked: ClockedReview): ReviewAnswer | StandingAnswer | null {
  const { original, due } = clocked.facts.dueOf;
  const unknown = [due, original].find(({ kind }) => kind === "unknown");
  if (unknown?.kind !== "unknown") return null;
  const { because } = unknown;
  if (because === NO_CALENDAR) return reviewIs("not-yet-assessable", clocked, because, null);
  const window = { opensOn: clocked.facts.opensOn, heldOn: clocked.review?.heldOn ?? null };
  return { ...cannotBeDetermined(clocked, because), window };
}

/** The first plan opened in this school year, and its first review is due in the next. */
export function inFirstPlanYear(clocked: ClockedReview): ReviewAnswer | null {
  const { facts, review } = clocked;
  if (facts.firstPlan !== "this") return null;
  return review === null
    ? reviewIs("pending", clocked, `${FIRST_YEAR} The first plan opened in this one.`, null)
    : reviewIs("timely", clocked, `${heldWords(review)}. ${FIRST_YEAR}`, null);
}

/**
 * The student entered after the day by which others are reviewed, and the text gives no due day for
 * entrants.
 */
export function enteredAfterDueDay(clocked: ClockedReview): ReviewAnswer | null {
  const { requirement, dueOf } = clocked.facts;
  const { original, cameOn, isEntrant } = dueOf;
  if (requirement.entrantDue !== undefined || !isEntrant) return null;
  if (original.kind !== "day" || cameOn <= original.latest) return null;
  return reviewIs(
    "exempt",
    clocked,
    `${cameWords(clocked)}, after the due date, ${longDay(original.latest)}.`,
  );
}
