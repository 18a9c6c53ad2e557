import { laterOf, yearBegins, yearEnds, yearOf } from "./days.ts";
import { isLackKnown, type AskedBy } from "./asked-by.ts";
import { judge, shown, type Line, type Verdict } from "./judge.ts";
import { mayConvict, type PlainMandate, type PlainRule } from "./plain-mandates.ts";
import type { PlainPlan, PlainReview, PlainStudent } from "./plain-records.ts";
import { isHeldSince, wholeYear } from "./school-life.ts";

/** No draft, of an accepted type, opened by the day, in the order of opening. */
export const acceptedPlans = (
  { planTypes }: PlainMandate,
  { plans }: PlainStudent,
  asOf: string,
): readonly PlainPlan[] =>
  plans
    .filter(
      ({ status, type, openedOn }) =>
        status !== "draft" && planTypes.includes(type) && openedOn <= asOf,
    )
    .sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));

/** A plan that is active, or whose closing day is still to come. */
export const isOpen = (plan: PlainPlan, asOf: string): boolean =>
  plan.status !== "draft" &&
  plan.openedOn <= asOf &&
  (plan.closedOn === null ? plan.status === "active" : asOf < plan.closedOn);

export const hasOpenPlan = (mandate: PlainMandate, student: PlainStudent, asOf: string): boolean =>
  acceptedPlans(mandate, student, asOf).some((plan) => isOpen(plan, asOf));

/** One of this school year or a later one was closed, on a day that nobody gives. */
export const mayBeOpen = (mandate: PlainMandate, student: PlainStudent, asOf: string): boolean =>
  acceptedPlans(mandate, student, asOf).some(
    ({ status, closedOn, year }) =>
      status === "closed" && closedOn === null && year >= yearOf(asOf),
  );

/** The open plans of earlier school years of a student who has no plan of this one. */
export function carriedOn(
  mandate: PlainMandate,
  student: PlainStudent,
  asOf: string,
): readonly PlainPlan[] {
  const accepted = acceptedPlans(mandate, student, asOf);
  return accepted.every(({ year }) => year < yearOf(asOf))
    ? accepted.filter((plan) => isOpen(plan, asOf))
    : [];
}

/**
 * Reviews that were held on a day that nobody gives, of the plans of these school years and of those carried
 * on; and those that a record gives a day of these years and calls missed or scheduled.
 */
export function undatedReviews(
  mandate: PlainMandate,
  student: PlainStudent,
  asOf: string,
  begins = yearBegins(student.year),
  ofAnyPlan = false,
): readonly PlainReview[] {
  const carried = [asOf, begins].flatMap((on) =>
    carriedOn(mandate, student, on).map(({ plan }) => plan),
  );
  const plans = student.plans.filter(
    ({ status, type }) => ofAnyPlan || (status !== "draft" && mandate.planTypes.includes(type)),
  );
  const ofYears = plans.filter(
    ({ plan, year }) => (year >= yearOf(begins) && year <= student.year) || carried.includes(plan),
  );
  const isOf = (of: readonly PlainPlan[], { plan: id }: PlainReview): boolean =>
    of.some(({ plan }) => plan === id);
  return [
    ...student.reviews.filter(
      (review) => review.state === "held" && review.heldOn === null && isOf(ofYears, review),
    ),
    ...student.reviews.filter(
      (review) =>
        review.state !== "held" &&
        review.heldOn !== null &&
        review.heldOn >= begins &&
        review.heldOn <= asOf &&
        isOf(plans, review),
    ),
  ];
}

/** Reviews held by a day, of accepted plans or of any. */
export function heldReviews(
  mandate: PlainMandate,
  student: PlainStudent,
  asOf: string,
  ofAnyPlan = false,
): readonly (PlainReview & { readonly heldOn: string })[] {
  const accepted = acceptedPlans(mandate, student, asOf).map(({ plan }) => plan);
  return student.reviews.filter(
    (review): review is PlainReview & { readonly heldOn: string } =>
      review.state === "held" &&
      review.heldOn !== null &&
      review.heldOn <= asOf &&
      (ofAnyPlan || accepted.includes(review.plan)),
  );
}

/** How a student stands on a requirement of kind "plan". */
export function planVerdict(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asked: AskedBy,
  asOf: string,
): Verdict {
  const plans = acceptedPlans(mandate, student, asOf);
  const line = (days: readonly string[]): Line => ({
    count: 1,
    of: [shown(days)],
    status: rule.status,
  });
  const lackIsKnown = isLackKnown(mandate, rule, student, asked);
  if (rule.asks === "open") {
    if (plans.some((plan) => isOpen(plan, asOf))) return "met";
    const isTold = !mayBeOpen(mandate, student, asOf);
    const of = [{ days: [], isUndated: false, isTold }];
    return judge({ count: 1, of, status: rule.status }, asked.term, true, asOf);
  }
  const ofThisYear = rule.asks === "made" && rule.span === "school-year";
  const opened = plans
    .filter(
      ({ year, openedOn }) =>
        !ofThisYear || year === student.year || yearOf(openedOn) === student.year,
    )
    .map(({ openedOn }) => openedOn);
  if (rule.asks === "made") return judge(line(opened), asked.term, lackIsKnown, asOf);
  const base = opened.filter((on) => on <= asked.term.sure).at(-1);
  return base === undefined
    ? judge(line(opened), asked.term, lackIsKnown, asOf)
    : keptVerdict(mandate, rule, student, asked, base, asOf);
}

/** Updated in each school year after the one of `base`; that of this year is due on its last instructional day. */
function keptVerdict(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  { term }: AskedBy,
  base: string,
  asOf: string,
): Verdict {
  let isLacking = false;
  let isUnclear = false;
  for (let year = yearOf(base) + 1; year <= student.year; year++) {
    if (updatesIn(mandate, student, year, asOf).length > 0) continue;
    if (year < student.year) {
      if (isHeldSince(student, year)) isLacking = true;
      else isUnclear = true;
      continue;
    }
    const lastDay = wholeYear(student.calendar).at(-1);
    if (lastDay === undefined) isUnclear = true;
    else if (asOf > lastDay) isLacking = true;
  }
  if (!isLacking && !isUnclear) return "met";
  if (mayHaveUpdated(student)) [isLacking, isUnclear] = [false, true];
  if (term.kind !== "none" && asOf <= term.sure) return "not-applicable";
  return isLacking && term.kind !== "none" && asOf > term.over && mayConvict(rule.status)
    ? "not-met"
    : "not-determinable";
}

/** Whether a component was entered on a day that nobody gives: it may be an update of any year. */
export const mayHaveUpdated = (student: PlainStudent): boolean =>
  (student.components ?? []).some(({ enteredOn }) => enteredOn === null);

/**
 * The days on which the records show the plan worked on in a school year: an accepted plan of it or opened
 * in it, a review held, a goal set or a component entered.
 */
export function updatesIn(
  mandate: PlainMandate,
  student: PlainStudent,
  year: number,
  asOf: string,
): readonly string[] {
  const plans = acceptedPlans(mandate, student, asOf);
  const ofYear = plans.filter((plan) => plan.year === year);
  const days = [
    // One that was opened before its school year counts from its first day.
    ...ofYear.map(({ openedOn }) => laterOf(openedOn, yearBegins(year))),
    ...plans.map(({ openedOn }) => openedOn),
    ...heldReviews(mandate, student, asOf).map(({ heldOn }) => heldOn),
    ...student.goals
      .filter((goal) => plans.some(({ plan }) => plan === goal.plan))
      .flatMap(({ setOn }) => setOn ?? []),
    ...(student.components ?? []).flatMap(({ enteredOn }) => enteredOn ?? []),
  ];
  return days.filter((on) => on >= yearBegins(year) && on <= yearEnds(year) && on <= asOf).sort();
}
