import {
  nearestRank,
  totalOf,
  type CountsByNumber,
} from "../../statistics/moments/nearest-rank.ts";
import { lastReview } from "../plans/last-review.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import type { RuleContext } from "../students/measure-context.ts";

/** The students under the mandate with a review this school year, by the last one. Schools add up to the district. */
export interface SignatureTally {
  /** Students whose last review was signed, by the days from the review to the first signature. */
  readonly signed: CountsByNumber;
  /** Students whose last review is not signed, by the days since the review. */
  readonly waiting: CountsByNumber;
  /** Students of whom nobody can tell, since the district sends no signatures. */
  readonly notRecorded: number;
}

/** With fewer there is no percentile: it would be the days of one or two students. A convention. */
export const LEAST_FOR_PERCENTILE = 10;

export function reviewSignatures(
  students: readonly Pick<AssessedStudent, "record" | "isUnderMandate">[],
  context: RuleContext,
): SignatureTally {
  const signed: { [days: string]: number } = {};
  const waiting: { [days: string]: number } = {};
  let notRecorded = 0;
  for (const { record, isUnderMandate } of students) {
    const review = isUnderMandate ? lastReview(record, context) : null;
    if (review === null) continue;
    if (review.kind === "not-recorded") {
      notRecorded += 1;
      continue;
    }
    const byDays = review.kind === "signed" ? signed : waiting;
    byDays[review.days] = (byDays[review.days] ?? 0) + 1;
  }
  return { signed, waiting, notRecorded };
}

/** What is said of a tally: numbers of students, and days by nearest rank. */
export interface SignatureFigures {
  readonly signed: number;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  readonly mostDays: number | null;
  readonly waiting: number;
  readonly medianDaysWaiting: number | null;
}

/** The days are null with fewer than ten students. */
export function signatureFigures({ signed, waiting }: SignatureTally): SignatureFigures {
  const daysOf = (counts: CountsByNumber, percent: number): number | null =>
    totalOf(counts) < LEAST_FOR_PERCENTILE ? null : nearestRank(counts, percent);
  return {
    signed: totalOf(signed),
    medianDays: daysOf(signed, 50),
    ninetiethDays: daysOf(signed, 90),
    mostDays: daysOf(signed, 100),
    waiting: totalOf(waiting),
    medianDaysWaiting: daysOf(waiting, 50),
  };
}
