import { addDays, daysBetween, type Day } from "../domain/day.ts";
import type { Grade } from "../domain/grade.ts";
import type { PlanId } from "../domain/ids.ts";
import { firstDayOf, schoolYearOf } from "../domain/school-year.ts";
import { isActiveOn, type PlanDocument, type PlanReview } from "../domain/plan.ts";
import type { ReviewStatus } from "../domain/review-status.ts";
import { instructionalDay, type SchoolCalendar } from "../domain/school-calendar.ts";
import type { RequirementAnswer } from "./answer.ts";
import type { MandateProfile, Requirement, ShareOfYear } from "./mandate-profile.ts";

/** What the clock needs to know of one student. */
export interface ClockCase {
  readonly grade: Grade | null;
  /** The student's plans of the school year; null when there are none. */
  readonly document: PlanDocument | null;
  /** The calendar, within the school year, of the school that counts the student. */
  readonly calendar: SchoolCalendar;
  /** The day the student entered the district this school year. */
  readonly enteredOn: Day;
}

type ReviewHeld = PlanReview & { readonly heldOn: Day };
type HeldReview = Pick<ReviewHeld, "review" | "heldOn">;

/**
 * The one interpreter of rules: for a student as of a day, an answer for each requirement of the
 * mandate that speaks of the student's grade. Records dated after the as-of day are not seen, so
 * any day in the past gives the answer that was true then.
 */
export function assess(
  mandate: MandateProfile,
  student: ClockCase,
  asOf: Day,
): readonly RequirementAnswer[] {
  const { grade } = student;
  if (grade === null || !mandate.grades.includes(grade)) return [];
  const held = heldReviews(mandate, student.document, asOf);
  return mandate.requirements
    .filter((requirement) => requirement.kind === "recurring-review" || requirement.grade === grade)
    .map((requirement) => answer(mandate, requirement, student, held, asOf));
}

/** The student's plans of the types that the mandate accepts, drafts left out. */
export const acceptedPlans = (
  mandate: MandateProfile,
  document: PlanDocument,
): ReadonlySet<PlanId> =>
  new Set(
    document.plans
      .filter(({ status, planType }) => status !== "draft" && mandate.planTypes.includes(planType))
      .map(({ plan }) => plan),
  );

/** Reviews of accepted plans that were held this school year by the as-of day, as the export gives them. */
export function reviewsHeld(
  mandate: MandateProfile,
  document: PlanDocument | null,
  asOf: Day,
): readonly ReviewHeld[] {
  if (document === null) return [];
  const accepted = acceptedPlans(mandate, document);
  return document.reviews.filter(
    (review): review is ReviewHeld => accepted.has(review.plan) && isHeldBy(review, asOf),
  );
}

/** Held reviews of accepted plans up to the as-of day, in order; two on one day count once. */
export function heldReviews(
  mandate: MandateProfile,
  document: PlanDocument | null,
  asOf: Day,
): readonly HeldReview[] {
  const held = reviewsHeld(mandate, document, asOf).map(({ review, heldOn }) => ({
    review,
    heldOn,
  }));
  held.sort((a, b) =>
    a.heldOn === b.heldOn ? (a.review < b.review ? -1 : 1) : a.heldOn < b.heldOn ? -1 : 1,
  );
  return held.filter((review, index) => review.heldOn !== held[index - 1]?.heldOn);
}

const isHeldBy = (review: PlanReview, asOf: Day): review is ReviewHeld =>
  review.state === "held" &&
  review.heldOn !== null &&
  review.heldOn <= asOf &&
  // What was held in an earlier year was that year's review.
  review.heldOn >= firstDayOf(schoolYearOf(asOf));

function answer(
  mandate: MandateProfile,
  requirement: Requirement,
  student: ClockCase,
  held: readonly HeldReview[],
  asOf: Day,
): RequirementAnswer {
  const days = student.calendar.instructionalDays;
  const firstDay = days[0] ?? null;
  const opensOn =
    requirement.kind === "transition-review"
      ? dayAfterShare(student.calendar, requirement.opensAfter)
      : null;
  const originalDueOn = lastDayOfShare(student.calendar, requirement.dueAt);
  const isEntrant = firstDay !== null && student.enteredOn > firstDay;
  const graceEndsOn = addDays(student.enteredOn, mandate.entrantGraceDays);
  const dueOn =
    originalDueOn !== null && isEntrant && graceEndsOn > originalDueOn
      ? graceEndsOn
      : originalDueOn;
  const counted = countedReview(requirement, held, opensOn);

  const say = (status: ReviewStatus, because: string): RequirementAnswer => ({
    requirement,
    status,
    because,
    dueOn,
    opensOn,
    heldOn: counted?.heldOn ?? null,
    review: counted?.review ?? null,
    daysLeft: counted !== null || dueOn === null ? null : daysBetween(asOf, dueOn),
  });

  if (originalDueOn === null || dueOn === null) {
    return say(
      "not-yet-assessable",
      "The exports hold no calendar of the student's school for this school year.",
    );
  }
  if (counted !== null && counted.heldOn <= dueOn) {
    return say("timely", `The review was held on ${counted.heldOn}, by the due day ${dueOn}.`);
  }
  if (isEntrant && student.enteredOn > originalDueOn) {
    return say(
      "exempt",
      `The student entered on ${student.enteredOn}, after the due day ${originalDueOn}.`,
    );
  }
  if (counted !== null) {
    return say(
      "held-late",
      `The review was held on ${counted.heldOn}, after the due day ${dueOn}.`,
    );
  }
  if (isEntrant && asOf < graceEndsOn) {
    return say(
      "not-yet-assessable",
      `The student entered on ${student.enteredOn} and has until ${graceEndsOn} to settle in.`,
    );
  }
  if (!hasActivePlan(mandate, student.document, asOf)) {
    return say("plan-missing", `No plan that the mandate accepts is open on ${asOf}.`);
  }
  return asOf <= dueOn
    ? say("pending", `No review is held yet; it is due on ${dueOn}.`)
    : say("not-held", `No review was held by ${asOf}; it was due on ${dueOn}.`);
}

/** Whether a plan of an accepted type is open on the day. */
export const hasActivePlan = (
  mandate: MandateProfile,
  document: PlanDocument | null,
  on: Day,
): boolean =>
  document?.plans.some(
    (plan) => mandate.planTypes.includes(plan.planType) && isActiveOn(plan, on),
  ) ?? false;

/** The nth review, each far enough after the one counted before it; or the first since the window opened. */
function countedReview(
  requirement: Requirement,
  held: readonly HeldReview[],
  opensOn: Day | null,
): HeldReview | null {
  if (requirement.kind === "transition-review") {
    return held.find(({ heldOn }) => opensOn !== null && heldOn >= opensOn) ?? null;
  }
  let counted: HeldReview | null = null;
  let count = 0;
  for (const review of held) {
    if (
      counted !== null &&
      daysBetween(counted.heldOn, review.heldOn) < requirement.minimumDaysApart
    ) {
      continue;
    }
    counted = review;
    if (++count === requirement.nth) return counted;
  }
  return null;
}

/** The last instructional day of a part of the year: its floor(N × days / of)th. */
const lastDayOfShare = (calendar: SchoolCalendar, share: ShareOfYear): Day | null =>
  instructionalDay(calendar, daysOfShare(calendar, share));

/** The first instructional day after a part of the year. */
const dayAfterShare = (calendar: SchoolCalendar, share: ShareOfYear): Day | null =>
  instructionalDay(calendar, daysOfShare(calendar, share) + 1);

const daysOfShare = (calendar: SchoolCalendar, { days, of }: ShareOfYear): number =>
  Math.floor((calendar.instructionalDays.length * days) / of);
