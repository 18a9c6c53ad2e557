import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { PlanId } from "../../domain/ids.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import { isListed, type Goal, type PlanDocument } from "../../domain/plans/plan.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { OF_DOMAIN, OF_FOCUS_AREA } from "./component-entries.ts";
import { isInPlan, type ContentDay } from "./goals-in-plan.ts";
import { acceptedPlansOf } from "./plan-records.ts";

/** A component that a plan document shows, and whether it counts. */
export interface ComponentInPlan {
  readonly component: PlanComponent;
  /** Null if no record gives the day. */
  readonly on: Day | null;
  /** The record that shows it, in words. */
  readonly what: string;
  /** Why it does not count on any day; null if it may count. */
  readonly why: string | null;
}

/** What a plan document itself shows of its components, as `component-entries.ts` reads it. */
export function componentsInPlan(
  mandate: MandateProfile,
  document: PlanDocument,
  carried: ReadonlySet<PlanId>,
  contentOn: ContentDay,
  asOf: Day,
): readonly ComponentInPlan[] {
  const plans = plansOf(mandate, document, carried, asOf);
  return [
    ...componentsOfGoals(document, plans, contentOn),
    ...componentsOfActionSteps(document, plans, contentOn),
    ...componentsOfReviews(document, plans),
  ];
}

interface Plans {
  /** The first day of the school year of a plan, or of the year in which it is carried on. */
  readonly yearBegan: (plan: PlanId) => Day;
  readonly openedOn: ReadonlyMap<PlanId, Day>;
  /** Why the content of a plan does not count; null if it may count. */
  readonly whyNot: (plan: PlanId) => string | null;
}

function plansOf(
  mandate: MandateProfile,
  document: PlanDocument,
  carried: ReadonlySet<PlanId>,
  asOf: Day,
): Plans {
  const accepted = new Set(acceptedPlansOf(mandate, [document], asOf).map(({ plan }) => plan));
  const openedOn = new Map(document.plans.map(({ plan, openedOn: on }) => [plan, on]));
  return {
    yearBegan: (plan) => firstDayOf(carried.has(plan) ? schoolYearOf(asOf) : document.schoolYear),
    openedOn,
    whyNot(plan) {
      if (accepted.has(plan)) return null;
      const opened = openedOn.get(plan);
      return opened !== undefined && opened > asOf
        ? "its plan opens later"
        : "the mandate does not accept its plan";
    },
  };
}

/**
 * The first day on which a goal counts: for one set before the school year, the first day of the
 * year; for one without a day, the day of its plan.
 */
function goalShownOn({ setOn, plan }: Goal, { openedOn, yearBegan }: Plans): Day {
  const began = yearBegan(plan);
  const on = setOn ?? openedOn.get(plan) ?? began;
  return on < began ? began : on;
}

function componentsOfGoals(
  document: PlanDocument,
  plans: Plans,
  contentOn: ContentDay,
): readonly ComponentInPlan[] {
  return document.goals.flatMap((goal) => {
    const { plan, domain, setOn } = goal;
    if (domain === null) return [];
    const when =
      setOn === null
        ? ", set on an unknown date"
        : setOn < plans.yearBegan(plan)
          ? `, set on ${longDay(setOn)}`
          : "";
    return [
      {
        component: OF_DOMAIN[domain],
        on: goalShownOn(goal, plans),
        what: `goal ${goal.goal} of plan ${plan}${when}`,
        why: plans.whyNot(plan) ?? whyNotIn(goal, "it", contentOn),
      },
    ];
  });
}

/** Why a goal that was given up does not count; null if it counts. */
function whyNotIn(goal: Goal, words: string, contentOn: ContentDay): string | null {
  switch (isInPlan(goal, contentOn)) {
    case "yes":
      return null;
    case "no":
      return `${words} was discontinued`;
    case "unknown":
      return `${words} was discontinued on a date that no record gives`;
  }
}

/**
 * The components of each action step and, once it is completed, of the focus area that it serves.
 */
function componentsOfActionSteps(
  document: PlanDocument,
  plans: Plans,
  contentOn: ContentDay,
): readonly ComponentInPlan[] {
  const goals = new Map(document.goals.map((goal) => [goal.goal, goal]));
  return document.actionSteps.flatMap(({ actionStep, goal: id, focusArea, completedOn }) => {
    const goal = goals.get(id);
    if (goal === undefined) return [];
    const why = plans.whyNot(goal.plan) ?? whyNotIn(goal, "its goal", contentOn);
    const what = `action step ${actionStep} of plan ${goal.plan}`;
    const step: ComponentInPlan = {
      ...{ component: "action-steps-benchmarks", on: goalShownOn(goal, plans), what, why },
    };
    const served = focusArea === "" ? undefined : OF_FOCUS_AREA[focusArea];
    return served === undefined || completedOn === null
      ? [step]
      : [step, { component: served, on: completedOn, what: `${what}, completed`, why }];
  });
}

/** The areas that a held review covered. */
function componentsOfReviews(document: PlanDocument, plans: Plans): readonly ComponentInPlan[] {
  return document.reviews.flatMap(({ review, plan, heldOn, state, focusAreas }) => {
    if (state !== "held" || heldOn === null) return [];
    return focusAreas.filter(isListed).flatMap((area) => {
      const component = OF_FOCUS_AREA[area];
      const what = `covered in review ${review}`;
      return component === undefined
        ? []
        : [{ component, on: heldOn, what, why: plans.whyNot(plan) }];
    });
  });
}
