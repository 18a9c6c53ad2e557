import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import type { ReviewStatus } from "../../domain/plans/review-status.ts";
import type { ReviewAnswer, StandingAnswer } from "../clock/answer.ts";
import { plainStanding } from "../clock/standing-clock.ts";
import type { HeldReview } from "../evidence/plan-records.ts";
import type { ReviewFacts } from "./review-facts.ts";

/** The day on which a review is due; two days if the text has two readings. */
export interface DueDays {
  /** The earlier reading. */
  readonly on: Day;
  /** The later reading. */
  readonly latest: Day;
}

/** One review of one student, held or not, to be compared with the day it is due. */
export interface ClockedReview {
  readonly facts: ReviewFacts;
  /** The review that counts; null while none is held. */
  readonly review: HeldReview | null;
  /** Null if it is due on no known day. */
  readonly dueDays: DueDays | null;
}

/** The answer with a status of the clock; `dueOn` is null if the review is not due at all. */
export function reviewIs(
  status: ReviewStatus,
  { facts, review, dueDays }: ClockedReview,
  because: string,
  dueOn: Day | null = dueDays?.on ?? null,
): ReviewAnswer {
  const { requirement, student, opensOn, asOf } = facts;
  return {
    kind: "review",
    requirement,
    status,
    because,
    dueOn,
    opensOn,
    heldOn: review?.heldOn ?? null,
    review: review?.update === undefined ? (review?.review ?? null) : null,
    daysLeft: review !== null || dueOn === null ? null : daysBetween(asOf, dueOn),
    owner: student.calendar.school,
    evidence:
      review === null
        ? []
        : [review.update ?? { record: "review", name: review.review, on: review.heldOn }],
  };
}

/** The answer if neither the text nor the records decide. */
export const cannotBeDetermined = (
  { facts: { requirement, student }, dueDays }: ClockedReview,
  because: string,
  dueOn: Day | null = dueDays?.on ?? null,
): StandingAnswer => ({
  ...plainStanding(requirement, student, "not-determinable", because),
  dueOn,
});

/** What was done and when, as the beginning of a sentence. */
export const heldWords = ({ heldOn, update }: HeldReview): string =>
  update === undefined
    ? `The review was held on ${longDay(heldOn)}`
    : update.record === "plan"
      ? `A plan of the school year is on record since ${longDay(heldOn)}`
      : `The plan was updated on ${longDay(heldOn)}`;

/** When the student came, as the beginning of a sentence. */
export const cameWords = ({ facts: { student, dueOf } }: ClockedReview): string =>
  `The student ${dueOf.cameOn === student.enteredOn ? "entered" : "came back"} on ${longDay(dueOf.cameOn)}`;
