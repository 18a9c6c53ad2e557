import type { AskedBy } from "./asked-by.ts";
import { daysFrom, laterOf, plusDays, yearOf } from "./days.ts";
import type { PlainMandate, PlainRule } from "./plain-mandates.ts";
import { planDue } from "./plan-missing.ts";
import {
  acceptedPlans,
  hasOpenPlan,
  heldReviews,
  mayBeOpen,
  mayHaveUpdated,
  undatedReviews,
  updatesIn,
} from "./plans.ts";
import type { PlainReview, PlainStudent } from "./plain-records.ts";
import { isEntrant, isHeldSince, isSentSince, lastEvent, wholeYear } from "./school-life.ts";
import { firstYearOf, windowBegins } from "./window.ts";

/** The statuses of a review, or "not-determinable" where neither text nor records set a clock. */
export type ReviewVerdict =
  | "timely"
  | "held-late"
  | "not-held"
  | "pending"
  | "exempt"
  | "not-yet-assessable"
  | "plan-missing"
  | "without-calendar"
  | "not-determinable";

type Held = PlainReview & { readonly heldOn: string };

/** How a student stands on a review, before it is asked whether the rule may convict. */
export function reviewVerdict(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asked: AskedBy,
  asOf: string,
): ReviewVerdict {
  const { reopenedBy } = rule;
  const since = windowBegins(rule.span ?? "school-year", student);
  const held = heldReviews(mandate, student, asOf, rule.needsPlan === false).filter(
    ({ heldOn }) => heldOn >= since,
  );
  const fitting = held.filter(
    ({ meeting }) => rule.meeting === undefined || meeting === rule.meeting,
  );
  const days = [
    ...fitting.map((review) => review.heldOn),
    ...updateCounted(mandate, rule, student, fitting, asOf),
  ].sort();
  const heldOn = countedDay(rule, student, days);
  const { sure, over } = asked.term;
  const mayBeUpdate =
    rule.isMetByUpdate === true &&
    firstPlanOf(mandate, student, asOf) !== "this year" &&
    mayHaveUpdated(student);
  const undated =
    undatedReviews(mandate, student, asOf, since, rule.needsPlan === false).length +
    (mayBeUpdate ? 1 : 0);
  const mayBeUndated = undated > 0 && new Set(days).size + undated >= (rule.nth ?? 1);
  const say = (on: string | null, by: string, latest: string): ReviewVerdict =>
    clocked(
      mandate,
      rule,
      student,
      asked,
      held,
      { heldOn: on, sure: by, over: latest, mayBeUndated },
      asOf,
    );
  const first = say(heldOn, sure, over);
  if (typeof reopenedBy !== "object" || heldOn === null) return first;
  const change = lastEvent(student, reopenedBy.event, since, asOf);
  if (change === null || heldOn >= change) return first;
  // Held before the change: another is due.
  const again = days.find((on) => on >= change) ?? null;
  const by = laterOf(plusDays(change, reopenedBy.days), asked.term.kind === "named" ? sure : "");
  const second = say(again, by, by);
  return first === "held-late" && second === "timely" ? "held-late" : second;
}

/**
 * Where the text asks for an update, the first of the school year counts like a review, if no review came
 * before; to make the first plan is none.
 */
function updateCounted(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  reviews: readonly Held[],
  asOf: string,
): readonly string[] {
  if (rule.isMetByUpdate !== true) return [];
  if (firstPlanOf(mandate, student, asOf) === "this year") return [];
  const [first] = updatesIn(mandate, student, student.year, asOf);
  if (first === undefined || reviews.some(({ heldOn }) => heldOn <= first)) return [];
  return [first];
}

/** The day of the nth review, each far enough from the one before; at a transition of the first in its window. */
function countedDay(rule: PlainRule, { calendar }: PlainStudent, held: readonly string[]) {
  const days = [...new Set(held)];
  if (rule.opensAfter !== undefined) {
    const { days: part, of } = rule.opensAfter;
    const opensOn =
      part === 0 ? calendar[0] : wholeYear(calendar)[Math.floor((calendar.length * part) / of)];
    return days.find((on) => opensOn !== undefined && on >= opensOn) ?? null;
  }
  const counted: string[] = [];
  for (const on of days) {
    const last = counted.at(-1);
    if (last === undefined || daysFrom(last, on) >= (rule.minimumDaysApart ?? 0)) counted.push(on);
  }
  return counted[(rule.nth ?? 1) - 1] ?? null;
}

function clocked(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asked: AskedBy,
  held: readonly Held[],
  {
    heldOn,
    sure,
    over,
    mayBeUndated,
  }: { heldOn: string | null; sure: string; over: string; mayBeUndated: boolean },
  asOf: string,
): ReviewVerdict {
  const { term, graceEndsOn } = asked;
  if (term.kind === "none") return heldOn === null ? "not-determinable" : "timely";
  if (term.kind === "unknown") {
    return term.lacksCalendar ? "without-calendar" : "not-determinable";
  }
  if (heldOn !== null && heldOn <= sure) return "timely";
  // No record names the day, which was in an earlier school year.
  if (term.isUnnamed && sure === term.sure) return "not-determinable";

  const startsNextYear =
    rule.isOfEarlierPlan === true || (isYearly(rule) && rule.isDueInFirstYear !== true);
  const firstPlan = startsNextYear ? firstPlanOf(mandate, student, asOf) : "earlier";
  if (firstPlan === "this year") return heldOn === null ? "pending" : "timely";
  const cameTooLate = asked.cameTooLate && rule.entrantDue === undefined;
  if (cameTooLate && asked.isEntrant) return "exempt";

  // What would make a late or missing review unclear.
  const isUnclear =
    firstPlan === "unclear" ||
    cameTooLate ||
    mayBeUndated ||
    mayBeInEarlierYears(rule, student) ||
    isMeetingUnclear(rule, student, held);
  const mayHavePlan = hasOpenPlan(mandate, student, asOf) || mayBeOpen(mandate, student, asOf);
  const asksPlan = rule.needsPlan !== false && !mayHavePlan;
  const plan = asksPlan ? planDue(mandate, student, asOf) : null;
  // Who made a plan and closed it is held to its review, whenever the next plan falls due.
  const wasMade = acceptedPlans(mandate, student, asOf).length > 0;
  const isNotAsked = plan?.is === "to come" && !(plan.isDayToCome && wasMade);
  // What is not due is not late.
  if (heldOn !== null && isNotAsked) return "timely";
  if (heldOn !== null) return isUnclear || heldOn <= over ? "not-determinable" : "held-late";
  if (asked.isEntrant && asOf < graceEndsOn && term.kind === "named") return "not-yet-assessable";
  if (isNotAsked) return "pending";
  if (plan?.is === "due" && plan.isThisYear && startsNextYear && firstPlan === "none") {
    return "pending";
  }
  if (asOf <= sure) return "pending";
  if (isUnclear || asOf <= over) return "not-determinable";
  if (plan?.is !== "due") return "not-held";
  return plan.convicts ? "plan-missing" : "not-determinable";
}

const isYearly = ({ kind, span, needsPlan }: PlainRule): boolean =>
  kind === "recurring-review" && span === "school-year" && needsPlan !== false;

/** The school year in which the student's first accepted plan opened. */
export function firstPlanOf(
  mandate: PlainMandate,
  student: PlainStudent,
  asOf: string,
): "none" | "earlier" | "this year" | "unclear" {
  const [first] = acceptedPlans(mandate, student, asOf);
  if (first === undefined) return "none";
  if (yearOf(first.openedOn) < student.year) return "earlier";
  return isEntrant(student) || isSentSince(student, student.year - 1) ? "this year" : "unclear";
}

/** Of a band of grades reviews of earlier years count, which may not have been sent or were held elsewhere. */
function mayBeInEarlierYears({ span }: PlainRule, student: PlainStudent): boolean {
  if (typeof span !== "object") return false;
  const began = firstYearOf(student, span.grades ?? []);
  return !isHeldSince(student, began) || (isEntrant(student) && began < student.year);
}

/** A review held does not say its sort, or no record of the district ever names the sort that is asked. */
const isMeetingUnclear = (
  { meeting: asked }: PlainRule,
  { collected }: PlainStudent,
  held: readonly Held[],
): boolean =>
  asked !== undefined &&
  (held.some(({ meeting }) => meeting === null) || collected?.meetings.includes(asked) === false);
