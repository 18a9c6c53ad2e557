// Longer than most: each reason for which a review counts, or is not asked, stands in its order in one place.
import { addDays, daysBetween, type Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { Meeting } from "../../domain/plans/plan.ts";
import type { ReviewStatus } from "../../domain/plans/review-status.ts";
import type { ReviewAnswer, StandingAnswer } from "../clock/answer.ts";
import { documentsOf, isHeldSince, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { dayAfterShare, NO_CALENDAR } from "../clock/due-day.ts";
import type { DueFor } from "../clock/due-for.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { updateIn } from "../evidence/plan-updates.ts";
import { firstPlanYear, planStage } from "./plan-stage.ts";
import {
  acceptedPlansOf,
  anyReviewsHeldSince,
  hasActivePlan,
  onceADay,
  reviewsHeldSince,
  type HeldReview,
} from "../evidence/plan-records.ts";
import type { ReviewRequirement } from "../rules/requirement.ts";
import { spanStart } from "../clock/span.ts";
import { plainStanding } from "../clock/standing-clock.ts";
import { lastEvent } from "../clock/student-events.ts";

/** The answer for a review of one student; a standing where the text or the records set no clock. */
export function reviewAnswer(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): ReviewAnswer | StandingAnswer {
  const span = requirement.kind === "recurring-review" ? requirement.span : "school-year";
  const start = spanStart(span, student, asOf);
  const yearBegan = firstDayOf(schoolYearOf(asOf));
  const since = start ?? yearBegan;
  const { events } = moreOf(student);
  const needsPlan = requirement.kind === "transition-review" || requirement.needsPlan !== false;
  const meeting = requirement.kind === "recurring-review" ? requirement.meeting : undefined;
  const all = documentsOf(student).flatMap((document) =>
    needsPlan
      ? reviewsHeldSince(mandate, document, since, asOf)
      : anyReviewsHeldSince(document, since, asOf),
  );
  const reviews = onceADay(all.filter((one) => meeting === undefined || one.meeting === meeting));
  const held = withUpdate(
    mandate,
    requirement,
    student,
    reviews,
    firstPlanYear(mandate, student, dueOf.isEntrant, asOf) === "this",
    asOf,
  );
  const opensOn =
    requirement.kind === "transition-review"
      ? dayAfterShare(student.calendar, requirement.opensAfter)
      : null;
  const reopening = requirement.kind === "recurring-review" ? requirement.reopenedBy : undefined;
  const change = reopening === undefined ? null : lastEvent(events, reopening.event, since, asOf);
  const counted = countedReview(requirement, held, opensOn);
  // Where a student was before, reviews of the band may have been held too.
  const isPartOfBand =
    span !== "school-year" &&
    (!isHeldSince(student, schoolYearOf(since), asOf) || (dueOf.isEntrant && since < yearBegan));
  const isYearly =
    needsPlan && requirement.kind === "recurring-review" && requirement.span === "school-year";
  const startsNextYear =
    (isYearly && requirement.isDueInFirstYear !== true) ||
    (requirement.kind === "transition-review" && requirement.isOfEarlierPlan === true);
  const firstPlan = startsNextYear
    ? firstPlanYear(mandate, student, dueOf.isEntrant, asOf)
    : "earlier";
  const unrecorded = isMeetingUnknown(meeting, student, all)
    ? "No record says how reviews were held: with the student alone or not."
    : isPartOfBand
      ? "A review of an earlier school year, whose records are not all there, may stand for it."
      : dueOf.isTooLate && requirement.entrantDue === undefined
        ? "It was due before the student came to the district, and may have been held elsewhere."
        : null;
  // One of another sort, too soon after the first, or before the window opened is a review too.
  const noReview = all.length === 0 ? "No review" : "No review that counts here";
  const first = clocked(counted);
  if (change === null || reopening === undefined || counted === null) return first;
  if (counted.heldOn >= change.occurredOn) return first;

  // Held before the change: another is due, and who was late once stays late.
  const again = held.find(({ heldOn }) => heldOn >= change.occurredOn) ?? null;
  const changedDue = addDays(change.occurredOn, reopening.days);
  const { due } = dueOf;
  const renewed = clocked(again, due.kind === "day" && due.on > changedDue ? due.on : changedDue);
  return first.kind === "review" &&
    first.status === "held-late" &&
    renewed.kind === "review" &&
    renewed.status === "timely"
    ? { ...renewed, status: "held-late", because: first.because }
    : renewed;

  function clocked(
    review: HeldReview | null,
    changedDueOn: Day | null = null,
  ): ReviewAnswer | StandingAnswer {
    const { original, due, isEntrant, graceEndsOn } = dueOf;
    const dueOn = changedDueOn ?? (due.kind === "day" ? due.on : null);
    const latest = changedDueOn ?? (due.kind === "day" ? due.latest : null);
    const say = (status: ReviewStatus, because: string, by: Day | null = dueOn): ReviewAnswer => ({
      kind: "review",
      requirement,
      status,
      because,
      dueOn: by,
      opensOn,
      heldOn: review?.heldOn ?? null,
      review: review?.update === undefined ? (review?.review ?? null) : null,
      daysLeft: review !== null || by === null ? null : daysBetween(asOf, by),
      owner: student.calendar.school,
      evidence:
        review === null
          ? []
          : [review.update ?? { record: "review", name: review.review, on: review.heldOn }],
    });
    const cannotSay = (because: string): StandingAnswer => ({
      ...plainStanding(requirement, student, "not-determinable", because),
      dueOn,
    });

    if (due.kind === "open" || (due.kind === "past" && changedDueOn === null)) {
      // Without a day a review held is all that can be asked.
      if (review !== null && (due.kind === "open" || review.heldOn <= due.about)) {
        return say("timely", `${done(review)}.`);
      }
      return cannotSay(due.kind === "open" ? due.because : `It was due before ${due.before}.`);
    }
    if (original.kind === "unknown" || due.kind === "unknown") {
      const because = due.kind === "unknown" ? due.because : NO_CALENDAR;
      return because === NO_CALENDAR
        ? say("not-yet-assessable", because, null)
        : cannotSay(because);
    }
    if (review !== null && (dueOn === null || review.heldOn <= dueOn)) {
      return say(
        "timely",
        dueOn === null ? `${done(review)}.` : `${done(review)}, by the due day ${dueOn}.`,
      );
    }
    if (firstPlan === "this") {
      return review === null
        ? say("pending", `${FIRST_YEAR} The first plan opened in this one.`, null)
        : say("timely", `${done(review)}. ${FIRST_YEAR}`, null);
    }
    if (
      requirement.entrantDue === undefined &&
      isEntrant &&
      original.kind === "day" &&
      student.enteredOn > original.latest
    ) {
      return say(
        "exempt",
        `The student entered on ${student.enteredOn}, after the due day ${original.latest}.`,
      );
    }
    const stage =
      needsPlan && !hasActivePlan(mandate, documentsOf(student), asOf)
        ? planStage(mandate, student, asOf)
        : null;
    // A plan that was made and closed is to be reviewed, though none need be made yet.
    const wasMade = acceptedPlansOf(mandate, documentsOf(student), asOf).length > 0;
    const notAsked = stage?.kind === "not-due" && !(stage.isToCome && wasMade) ? stage : null;
    // What is not due is not late.
    if (review !== null && notAsked !== null) {
      return say("timely", `The review was held on ${review.heldOn}. ${notAsked.because}`, null);
    }
    if (review !== null && dueOn !== null && latest !== null) {
      if (unrecorded !== null) return cannotSay(unrecorded);
      if (firstPlan === "unclear") return cannotSay(`${FIRST_YEAR} ${OLDER_PLAN}`);
      return review.heldOn <= latest
        ? cannotSay(`${done(review)}; the text can be read as due on ${dueOn} or on ${latest}.`)
        : say("held-late", `${done(review)}, after the due day ${latest}.`);
    }
    if (isEntrant && asOf < graceEndsOn && dueOn !== null) {
      return say(
        "not-yet-assessable",
        `The student entered on ${student.enteredOn} and has until ${graceEndsOn} to settle in.`,
      );
    }
    if (notAsked !== null) return say("pending", notAsked.because, null);
    if (stage?.kind === "due" && startsNextYear && stage.isOfThisYear && firstPlan === "none") {
      return say("pending", `${FIRST_YEAR} No plan is on record yet.`, null);
    }
    if (dueOn === null || latest === null) {
      return say("pending", `${noReview} is held yet; it comes due in a school year to come.`);
    }
    if (asOf <= dueOn) return say("pending", `${noReview} is held yet; it is due on ${dueOn}.`);
    if (unrecorded !== null) return cannotSay(unrecorded);
    if (firstPlan === "unclear")
      return cannotSay(`${noReview} was held. ${FIRST_YEAR} ${OLDER_PLAN}`);
    if (asOf <= latest) {
      return cannotSay(
        `${noReview} was held; the text can be read as due on ${dueOn} or on ${latest}.`,
      );
    }
    if (stage?.kind !== "due") {
      return say(
        "not-held",
        `${noReview} is on record as held by ${asOf}; it was due on ${latest}.`,
      );
    }
    const because = `${noReview} is on record as held by ${asOf}, and no plan that the mandate accepts is open; the review was due on ${latest}.`;
    return stage.unchecked === null
      ? say("plan-missing", because)
      : cannotSay(`${because} ${stage.unchecked}`);
  }
}

const done = ({ heldOn, update }: HeldReview): string =>
  update === undefined
    ? `The review was held on ${heldOn}`
    : update.record === "plan"
      ? `A plan of the school year is on record since ${heldOn}`
      : `The plan was updated on ${heldOn}`;

export const FIRST_YEAR = "No review is due in the school year in which the first plan opens.";
export const OLDER_PLAN =
  "The plan opened this school year; whether an older one was there cannot be told, since the plans of the year before were not sent.";

/**
 * Where the text asks for an update, what shows one before the first review counts in its place. To make
 * the first plan is none.
 */
function withUpdate(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  reviews: readonly HeldReview[],
  isFirstPlan: boolean,
  asOf: Day,
): readonly HeldReview[] {
  if (requirement.isMetByUpdate !== true || isFirstPlan) return reviews;
  const update = updateIn(mandate, student, schoolYearOf(asOf), asOf);
  const [first] = reviews;
  return update === null || (first !== undefined && first.heldOn <= update.on)
    ? reviews
    : [{ review: update.evidence.name, heldOn: update.on, update: update.evidence }, ...reviews];
}

/** The nth review, each far enough after the one counted before it; or the first since the window opened. */
function countedReview(
  requirement: ReviewRequirement,
  held: readonly HeldReview[],
  opensOn: Day | null,
): HeldReview | null {
  if (requirement.kind === "transition-review") {
    return held.find(({ heldOn }) => opensOn !== null && heldOn >= opensOn) ?? null;
  }
  const { minimumDaysApart, nth } = requirement;
  let counted: HeldReview | null = null;
  let count = 0;
  for (const review of held) {
    if (counted !== null && daysBetween(counted.heldOn, review.heldOn) < minimumDaysApart) continue;
    counted = review;
    if (++count === nth) return counted;
  }
  return null;
}

/** A rule asks for a sort of meeting, and the records do not say the sort of those that were held, or never name it. */
function isMeetingUnknown(
  asked: Meeting | undefined,
  student: ClockCase,
  held: readonly HeldReview[],
): boolean {
  if (asked === undefined) return false;
  const { collected } = moreOf(student);
  return (
    held.some(({ meeting }) => meeting === undefined) ||
    (collected !== undefined && !collected.meetings.has(asked))
  );
}
