import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { LATENESS_PARTS, type LatenessPart } from "../../domain/figures/parts.ts";
import type { RequirementAnswer } from "../../mandates/clock/answer.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { ReviewRequirement } from "../../mandates/rules/requirement.ts";
import { answersTo } from "./answers-to.ts";
import type { Question } from "./question.ts";
import { reviewPart } from "./requirement-answers.ts";
import { hasClock, requirementsWithBar } from "./requirement-questions.ts";
import { ALL_TOGETHER, textAndParts, type Statistic } from "./statistic.ts";

/** How late reviews are: only for staff, since days late are never public. */
export const LATENESS = { id: "lateness", parts: LATENESS_PARTS } as const satisfies Statistic;

/** The upper limits of the first two spans of days late: two weeks and six weeks. */
export const LATENESS_DAYS = { short: 14, middle: 42 } as const;

/**
 * How late each review with a due day is, and first of all, all of them together; empty if there is
 * none.
 */
export function latenessQuestions(mandate: MandateProfile, asOf: Day): readonly Question[] {
  const reviews = requirementsWithBar(mandate, asOf).filter(hasClock);
  return [
    ...(reviews.length === 0 ? [] : [latenessQuestion(mandate, ALL_TOGETHER, reviews)]),
    ...reviews.map((review) => latenessQuestion(mandate, review.id, [review])),
  ];
}

function latenessQuestion(
  mandate: MandateProfile,
  about: string,
  reviews: readonly ReviewRequirement[],
): Question {
  const find = answersTo(mandate, reviews);
  return {
    ...textAndParts(LATENESS, about),
    population: { kind: "mandate" },
    needs: "plans",
    isPublic: false,
    afterDue: [],
    answer: (student, { asOf }) => latenessOf(find(student), asOf),
  };
}

/** How late a review is, in calendar days, and whether it was held since then. */
interface Late {
  readonly days: number;
  readonly isHeld: boolean;
}

/**
 * The part of a student under one review, or several: by the latest one and, if two are equally
 * late, by the one that was not held.
 */
export function latenessOf(answers: readonly RequirementAnswer[], asOf: Day): LatenessPart {
  let latest: Late | null = null;
  for (const answer of answers) {
    const late = lateOf(answer, asOf);
    if (late !== null && (latest === null || isLater(late, latest))) latest = late;
  }
  return latest === null ? "not-late" : partOf(latest);
}

const isLater = (late: Late, other: Late): boolean =>
  late.days > other.days || (late.days === other.days && !late.isHeld);

/**
 * The days from the student's due day to the day held, or to the as-of day; null if it is not late,
 * or no due day is known.
 */
function lateOf(answer: RequirementAnswer, asOf: Day): Late | null {
  switch (reviewPart(answer)) {
    case "held-late":
      return answer.kind === "review" ? lateBetween(answer.late ?? answer, asOf) : null;
    // Without a plan, no review was held either.
    case "not-held":
    case "no-plan":
      return lateBetween({ dueOn: answer.dueOn, heldOn: null }, asOf);
    case "on-time":
    case "not-determinable":
    case "not-due":
      return null;
  }
}

function lateBetween(
  { dueOn, heldOn }: { readonly dueOn: Day | null; readonly heldOn: Day | null },
  asOf: Day,
): Late | null {
  const days = dueOn === null ? 0 : daysBetween(dueOn, heldOn ?? asOf);
  return days > 0 ? { days, isHeld: heldOn !== null } : null;
}

function partOf({ days, isHeld }: Late): LatenessPart {
  const { short, middle } = LATENESS_DAYS;
  if (days <= short) return isHeld ? "held-within-2-weeks" : "overdue-within-2-weeks";
  if (days <= middle) return isHeld ? "held-within-6-weeks" : "overdue-within-6-weeks";
  return isHeld ? "held-after-6-weeks" : "overdue-over-6-weeks";
}
