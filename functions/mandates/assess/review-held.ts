import { longDay } from "../../domain/calendar/long-day.ts";
import type { ReviewAnswer, StandingAnswer } from "../clock/answer.ts";
import type { HeldReview } from "../evidence/plan-records.ts";
import {
  cannotBeDetermined,
  heldWords,
  reviewIs,
  type ClockedReview,
  type DueDays,
} from "./clocked-review.ts";
import { FIRST_YEAR, OLDER_PLAN } from "./plan-stage.ts";
import type { PlanUnderReview } from "./plan-under-review.ts";

/** A review held before the due day or on it; null if none was held by then. */
export function heldByDueDay(clocked: ClockedReview): ReviewAnswer | null {
  const { review, dueDays } = clocked;
  if (review === null) return null;
  if (dueDays === null) return reviewIs("timely", clocked, `${heldWords(review)}.`);
  return review.heldOn <= dueDays.on
    ? reviewIs("timely", clocked, `${heldWords(review)}, by the due date, ${longDay(dueDays.on)}.`)
    : null;
}

/**
 * A review held after the due day: late, unless it was not due, an earlier one was held too, or a
 * later reading of the text allows it.
 */
export function heldAfterDueDay(
  clocked: ClockedReview & { readonly review: HeldReview; readonly dueDays: DueDays },
  plan: PlanUnderReview,
): ReviewAnswer | StandingAnswer {
  const { facts, review, dueDays } = clocked;
  const { mayBeUnrecorded, firstPlan } = facts;
  if (plan.kind === "not-due") {
    const because = `The review was held on ${longDay(review.heldOn)}. ${plan.because}`;
    return reviewIs("timely", clocked, because, null);
  }
  if (mayBeUnrecorded !== null) return cannotBeDetermined(clocked, mayBeUnrecorded);
  if (firstPlan === "unclear") return cannotBeDetermined(clocked, `${FIRST_YEAR} ${OLDER_PLAN}`);
  const { on, latest } = dueDays;
  return review.heldOn <= latest
    ? cannotBeDetermined(
        clocked,
        `${heldWords(review)}; the text can be read as due on ${longDay(on)} or on ${longDay(latest)}.`,
      )
    : reviewIs(
        "held-late",
        clocked,
        `${heldWords(review)}, after the due date, ${longDay(latest)}.`,
        latest,
      );
}
