// Longer than most: whatever a plan shows, and why some of it does not count, stands together.
import { byText } from "../../domain/text/compare-text.ts";
import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { isAtLeast, type PlanAssent } from "../../domain/plans/plan-assent.ts";
import type { ComponentEntry, PlanComponent } from "../../domain/plans/plan-component.ts";
import { isListed, type PlanDocument, type PlanReview } from "../../domain/plans/plan.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { OF_DOMAIN, OF_FOCUS_AREA } from "./component-entries.ts";
import { dayAfterShare } from "../clock/due-day.ts";
import { whyNot, type RecordLookedAt } from "./considered-record.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { acceptedPlans, acceptedPlansOf } from "./plan-records.ts";
import type {
  AssentRequirement,
  ContentRequirement,
  ReviewRequirement,
} from "../rules/requirement.ts";
import { spanStart } from "../clock/span.ts";
import { lastEvent } from "../clock/student-events.ts";

/** Every review of every plan, with its state, and whether it counts for a review that is asked. */
export function reviewsLookedAt(
  mandate: MandateProfile,
  requirement: ReviewRequirement,
  student: ClockCase,
  asOf: Day,
): readonly RecordLookedAt[] {
  const since = reviewsSince(requirement, student, asOf);
  const meeting = requirement.kind === "recurring-review" ? requirement.meeting : undefined;
  const apart = requirement.kind === "recurring-review" ? requirement.minimumDaysApart : 0;
  const isOfAny = requirement.kind === "recurring-review" && requirement.needsPlan === false;
  let counted: Day | null = null;
  return documentsOf(student)
    .flatMap((document) => {
      const accepted = acceptedPlans(mandate, document);
      return document.reviews.map((review) => ({
        document,
        review,
        isOfPlan: isOfAny || accepted.has(review.plan),
      }));
    })
    .sort(byText(({ review }) => orderOf(review)))
    .map(({ document, review, isOfPlan }): RecordLookedAt => {
      const why = reason(review, isOfPlan);
      const { heldOn, state } = review;
      if (why === null && heldOn !== null) counted = heldOn;
      return {
        ...{ record: "review", name: review.review, on: dayOf(review) },
        schoolYear: heldOn === null ? document.schoolYear : schoolYearOf(heldOn),
        isCounted: why === null,
        note: `${state}, of plan ${review.plan}${why === null ? "" : `; ${why}`}`,
      };
    });

  /** Of a review that must only be offered one that was scheduled is the offer. */
  function isOffered({ scheduledOn: on }: PlanReview): boolean {
    const { modality } = requirement;
    const isOnly = modality === "must-offer" || modality === "on-request";
    return (
      isOnly && on !== null && on <= asOf && since !== null && since !== undefined && on >= since
    );
  }

  function reason(review: PlanReview, isOfPlan: boolean): string | null {
    const { heldOn: on, state } = review;
    if (state !== "held" && !isOffered(review)) return "it was not held";
    if (state !== "held") return null;
    if (!isOfPlan) return "the mandate does not accept its plan";
    if (on === null || on > asOf || since === undefined || (since !== null && on < since)) {
      return whyNot(on, since, asOf);
    }
    if (meeting !== undefined && review.meeting !== meeting) {
      return review.meeting === undefined
        ? "no record says with whom"
        : `it was with ${review.meeting === "group" ? "several students" : "one student"}`;
    }
    if (counted === null) return null;
    if (counted === on) return "another of the same day counts";
    return daysBetween(counted, on) < apart
      ? `fewer than ${apart} days after the one of ${counted}`
      : null;
  }
}

/** Of two reviews of one day the first by its identifier counts. */
const orderOf = (review: PlanReview): string => `${dayOf(review) ?? ""} ${review.review}`;

const dayOf = ({ heldOn, scheduledOn }: PlanReview): Day | null => heldOn ?? scheduledOn;

function reviewsSince(
  requirement: ReviewRequirement,
  student: ClockCase,
  asOf: Day,
): Day | null | undefined {
  if (requirement.kind === "transition-review") {
    return dayAfterShare(student.calendar, requirement.opensAfter) ?? undefined;
  }
  return spanStart(requirement.span, student, asOf) ?? firstDayOf(schoolYearOf(asOf));
}

/** Every entry of a component that is asked, from the entries of components and from the plans themselves. */
export function componentsLookedAt(
  mandate: MandateProfile,
  requirement: Pick<ContentRequirement, "span">,
  components: readonly PlanComponent[],
  student: ClockCase,
  asOf: Day,
): readonly RecordLookedAt[] {
  const asked = new Set(components);
  const since = spanStart(requirement.span, student, asOf);
  const sent = (moreOf(student).components ?? []).map((entry) => ({
    ...{ component: entry.component, on: entry.enteredOn, what: entryWords(entry), why: null },
  }));
  return [...sent, ...documentsOf(student).flatMap((one) => componentsInPlan(mandate, one, asOf))]
    .filter(({ component }) => asked.has(component))
    .map(({ component: name, on, what, why }): RecordLookedAt => {
      const isIn = on <= asOf && (since === null || on >= since);
      const not = why ?? (isIn ? null : whyNot(on, since, asOf));
      return {
        ...{ record: "component", name, on, schoolYear: schoolYearOf(on) },
        isCounted: not === null,
        note: not === null ? what : `${what}; ${not}`,
      };
    });
}

/** Every component that a requirement names. */
export const componentsAsked = ({
  all,
  atLeast,
  whereApplicable,
  tally,
}: ContentRequirement): readonly PlanComponent[] => [
  ...all.map(({ component }) => component),
  ...(atLeast?.of ?? []),
  ...(whereApplicable ?? []),
  ...(tally === undefined ? [] : [tally.component]),
];

const entryWords = ({ quantity, strand, marks }: ComponentEntry): string =>
  [
    "entered",
    ...(quantity === 1 ? [] : [`quantity ${quantity}`]),
    ...(strand === "" ? [] : [`strand ${strand}`]),
    ...(marks.length === 0 ? [] : [`marks ${marks.join(" and ")}`]),
  ].join(", ");

interface InPlan {
  readonly component: PlanComponent;
  readonly on: Day;
  readonly what: string;
  /** Why it does not count, whatever its day; null where it may. */
  readonly why: string | null;
}

/** What a plan document itself shows of its components, as `component-entries.ts` reads it. */
function componentsInPlan(
  mandate: MandateProfile,
  document: PlanDocument,
  asOf: Day,
): readonly InPlan[] {
  const accepted = new Set(acceptedPlansOf(mandate, [document], asOf).map(({ plan }) => plan));
  const openedOn = new Map(document.plans.map(({ plan, openedOn: on }) => [plan, on]));
  const ofPlan = (plan: PlanDocument["plans"][number]["plan"]): string | null => {
    if (accepted.has(plan)) return null;
    const on = openedOn.get(plan);
    return on !== undefined && on > asOf
      ? "its plan opens later"
      : "the mandate does not accept its plan";
  };
  const began = firstDayOf(document.schoolYear);
  /** Set before the school year it is there from its first day; without a day it is in its plan. */
  const seenOn = ({ setOn, plan }: PlanDocument["goals"][number]): Day => {
    const on = setOn ?? openedOn.get(plan) ?? began;
    return on < began ? began : on;
  };
  const found: InPlan[] = [];
  const goals = new Map(document.goals.map((goal) => [goal.goal, goal]));
  for (const one of document.goals) {
    const { goal, plan, domain, setOn, status } = one;
    if (domain === null) continue;
    const why = ofPlan(plan) ?? (status === "discontinued" ? "it was discontinued" : null);
    const when =
      setOn === null
        ? ", set on a day that is not given"
        : setOn < began
          ? `, set on ${setOn}`
          : "";
    const what = `goal ${goal} of plan ${plan}${when}`;
    found.push({ component: OF_DOMAIN[domain], on: seenOn(one), what, why });
  }
  for (const { actionStep, goal: of, focusArea, completedOn } of document.actionSteps) {
    const goal = goals.get(of);
    if (goal === undefined) continue;
    const why =
      ofPlan(goal.plan) ?? (goal.status === "discontinued" ? "its goal was discontinued" : null);
    const what = `action step ${actionStep} of plan ${goal.plan}`;
    found.push({ component: "action-steps-benchmarks", on: seenOn(goal), what, why });
    const shown = focusArea === "" ? undefined : OF_FOCUS_AREA[focusArea];
    if (shown !== undefined && completedOn !== null) {
      found.push({ component: shown, on: completedOn, what: `${what}, completed`, why });
    }
  }
  for (const { review, plan, heldOn, state, focusAreas } of document.reviews) {
    if (state !== "held" || heldOn === null) continue;
    for (const area of focusAreas.filter(isListed)) {
      const shown = OF_FOCUS_AREA[area];
      if (shown === undefined) continue;
      found.push({
        component: shown,
        on: heldOn,
        what: `covered in review ${review}`,
        why: ofPlan(plan),
      });
    }
  }
  return found;
}

/** Every part that somebody took, from the records of assent and from the reviews. */
export function assentsLookedAt(
  mandate: MandateProfile,
  requirement: AssentRequirement,
  student: ClockCase,
  asOf: Day,
): readonly RecordLookedAt[] {
  const { assents, events } = moreOf(student);
  const ofYear = spanStart(requirement.span, student, asOf);
  const { reopenedBy, modality } = requirement;
  const isOffer = modality === "must-offer" || modality === "on-request";
  const change = reopenedBy === undefined ? null : lastEvent(events, reopenedBy, ofYear, asOf);
  const since = change?.occurredOn ?? ofYear;
  const sent = (assents ?? []).map((given) => ({ given, what: "on record", why: null }));
  const inReviews = documentsOf(student).flatMap((document) => {
    const accepted = acceptedPlans(mandate, document);
    return document.reviews.flatMap(({ review, plan, state, heldOn, participants }) =>
      state !== "held" || heldOn === null
        ? []
        : participants.filter(isListed).map((role) => ({
            given: tookPart(role, heldOn),
            what: `took part in review ${review}`,
            why: accepted.has(plan) ? null : "the mandate does not accept its plan",
          })),
    );
  });
  return [...sent, ...inReviews].map(({ given, what, why }): RecordLookedAt => {
    const { role, degree, givenOn: on } = given;
    const isIn = on <= asOf && (since === null || on >= since);
    const isAsked = requirement.of.some(
      (line) => fulfils(given, line) || (isOffer && isInvited(given, line)),
    );
    const not =
      why ?? (isIn ? (isAsked ? null : "it is not what is asked") : whyNot(on, since, asOf));
    const how = `${what}${given.isDesignee ? ", by a designee" : ""}${given.isGoodFaithEffort ? ", an effort without an answer" : ""}`;
    return {
      ...{ record: "assent", name: `${role} ${degree}`, on, schoolYear: schoolYearOf(on) },
      isCounted: not === null,
      note: not === null ? how : `${how}; ${not}`,
    };
  });
}

const tookPart = (role: PlanAssent["role"], givenOn: Day): PlanAssent => ({
  ...{ role, givenOn, degree: "participation" },
  ...{ isDesignee: false, isGoodFaithEffort: false },
});

/** Of what must only be offered an invitation is enough. */
const isInvited = (given: PlanAssent, asked: AssentRequirement["of"][number]): boolean =>
  asked.anyOf.includes(given.role) && isAtLeast(given.degree, "invitation");

const fulfils = (given: PlanAssent, asked: AssentRequirement["of"][number]): boolean =>
  asked.anyOf.includes(given.role) &&
  (!given.isDesignee || asked.mayBeDesignee === true) &&
  (given.isGoodFaithEffort
    ? asked.isMetByGoodFaith === true
    : isAtLeast(given.degree, asked.degree));
