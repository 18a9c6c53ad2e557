import { longDay } from "../../domain/calendar/long-day.ts";
import type { ReviewAnswer, StandingAnswer } from "../clock/answer.ts";
import {
  cameWords,
  cannotBeDetermined,
  reviewIs,
  type ClockedReview,
  type DueDays,
} from "./clocked-review.ts";
import { FIRST_YEAR, OLDER_PLAN } from "./plan-stage.ts";
import type { PlanUnderReview } from "./plan-under-review.ts";

/** No review that counts is on record. */
type NotHeld = ClockedReview & { readonly review: null };
type Due = NotHeld & { readonly dueDays: DueDays };

/**
 * The cases if no review is held: in the days of grace of an entrant, before a plan is due, until
 * the due day, and after it. The first case that fits decides.
 */
export function notHeld(clocked: NotHeld, plan: PlanUnderReview): ReviewAnswer | StandingAnswer {
  const { facts, dueDays } = clocked;
  const notYetAsked = inDaysOfGrace(clocked) ?? beforePlanIsDue(clocked, plan);
  if (notYetAsked !== null) return notYetAsked;
  if (dueDays === null) return dueInLaterYear(clocked);
  return facts.asOf <= dueDays.on
    ? untilDueDay({ ...clocked, dueDays })
    : afterDueDay({ ...clocked, dueDays }, plan);
}

/** A student who entered during the school year has some grace days. */
function inDaysOfGrace(clocked: NotHeld): ReviewAnswer | null {
  const { dueOf, asOf } = clocked.facts;
  const { isEntrant, graceEndsOn } = dueOf;
  if (!isEntrant || asOf >= graceEndsOn || clocked.dueDays === null) return null;
  return reviewIs(
    "not-yet-assessable",
    clocked,
    `${cameWords(clocked)} and has until ${longDay(graceEndsOn)} under the grace period for students who come during the year.`,
  );
}

/** There is no plan to review yet, and none is late. */
function beforePlanIsDue(clocked: NotHeld, plan: PlanUnderReview): ReviewAnswer | null {
  if (plan.kind === "not-due") return reviewIs("pending", clocked, plan.because, null);
  const { startsNextYear, firstPlan } = clocked.facts;
  return plan.kind === "due" && startsNextYear && plan.isOfThisYear && firstPlan === "none"
    ? reviewIs(
        "pending",
        clocked,
        `${FIRST_YEAR} No plan that the mandate accepts is on record yet.`,
        null,
      )
    : null;
}

/** The text names a day of a school year to come. */
const dueInLaterYear = (clocked: NotHeld): ReviewAnswer =>
  reviewIs(
    "pending",
    clocked,
    `${clocked.facts.noReview} has been held yet; it is due in a later school year.`,
  );

/** Until the due day, and on it, the review can still be held. */
const untilDueDay = (clocked: Due): ReviewAnswer =>
  reviewIs(
    "pending",
    clocked,
    `${clocked.facts.noReview} has been held yet; it is due on ${longDay(clocked.dueDays.on)}.`,
  );

/** After the due day: not held, unless a review may be missing from the records or a later reading still allows one. */
function afterDueDay(clocked: Due, plan: PlanUnderReview): ReviewAnswer | StandingAnswer {
  const { facts, dueDays } = clocked;
  const { mayBeUnrecorded, firstPlan, noReview, asOf } = facts;
  const { on, latest } = dueDays;
  if (mayBeUnrecorded !== null) return cannotBeDetermined(clocked, mayBeUnrecorded);
  if (firstPlan === "unclear") {
    return cannotBeDetermined(clocked, `${noReview} was held. ${FIRST_YEAR} ${OLDER_PLAN}`);
  }
  if (asOf <= latest) {
    const because = `${noReview} was held; the text can be read as due on ${longDay(on)} or on ${longDay(latest)}.`;
    return cannotBeDetermined(clocked, because);
  }
  if (plan.kind !== "due") {
    const because = `${noReview} is on record as held by ${longDay(asOf)}; it was due on ${longDay(latest)}.`;
    return reviewIs("not-held", clocked, because, latest);
  }
  const because = `${noReview} is on record as held by ${longDay(asOf)}, and no plan that the mandate accepts is open; the review was due on ${longDay(latest)}.`;
  return plan.unchecked === null
    ? reviewIs("plan-missing", clocked, because, latest)
    : cannotBeDetermined(clocked, `${because} ${plan.unchecked}`, latest);
}
