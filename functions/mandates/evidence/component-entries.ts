import type { Day } from "../../domain/calendar/day.ts";
import type { PlanId } from "../../domain/ids.ts";
import type { ComponentEntry, PlanComponent } from "../../domain/plans/plan-component.ts";
import { statusBy } from "../../domain/plans/goal-status.ts";
import {
  isListed,
  type FocusArea,
  type GoalDomain,
  type PlanDocument,
} from "../../domain/plans/plan.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { acceptedPlansOf, carriedOn } from "./plan-records.ts";

/** An entry of a component, from its own record or shown by a goal, a step or a review. */
export interface Entry extends Omit<ComponentEntry, "enteredOn"> {
  /** Null for a goal without a day. */
  readonly enteredOn: Day | null;
  /** The first day on which the records show it: its own day, or the day of its plan. */
  readonly seenOn: Day;
}

export const OF_DOMAIN: { readonly [domain in GoalDomain]: PlanComponent } = {
  academic: "academic-goal",
  career: "career-goal",
  personal: "personal-social-goal",
};
export const OF_FOCUS_AREA: { readonly [area in FocusArea]?: PlanComponent } = {
  "career-exploration": "career-exploration",
  "education-plan": "course-plan",
  "high-school-plan": "course-plan",
  resume: "resume",
};

/** Components that a plan document itself shows; a student without a plan has none of them. */
export const PLAN_SHOWS: ReadonlySet<PlanComponent> = new Set([
  ...Object.values(OF_DOMAIN),
  "action-steps-benchmarks",
]);

/** What is in a student's plans by a day and, if a first day is given, since that day. */
export function enteredComponents(
  mandate: MandateProfile,
  student: ClockCase,
  since: Day | null,
  asOf: Day,
): readonly Entry[] {
  const entries: Entry[] = (moreOf(student).components ?? []).map((entry) => ({
    ...entry,
    seenOn: entry.enteredOn,
  }));
  const documents = documentsOf(student);
  const carried = carriedOn(mandate, documents, asOf);
  for (const document of documents) addFromPlans(entries, mandate, document, carried, asOf);
  return entries.filter(({ seenOn }) => seenOn <= asOf && (since === null || seenOn >= since));
}

/** One that a goal, a step or a review shows. */
const shownEntry = (component: PlanComponent, enteredOn: Day | null, seenOn: Day): Entry => ({
  component,
  enteredOn,
  seenOn,
  quantity: 1,
  strand: "",
  marks: NO_MARKS,
});

const NO_MARKS: Entry["marks"] = [];

function addFromPlans(
  entries: Entry[],
  mandate: MandateProfile,
  document: PlanDocument,
  carried: ReadonlySet<PlanId>,
  asOf: Day,
): void {
  const accepted = acceptedPlansOf(mandate, [document], asOf);
  if (accepted.length === 0) return;
  const openedOn = new Map<string, Day>();
  for (const { plan, openedOn: on } of accepted) openedOn.set(plan, on);
  const beganOn = (plan: PlanId): Day =>
    firstDayOf(carried.has(plan) ? schoolYearOf(asOf) : document.schoolYear);
  const goals = new Map<
    string,
    { readonly began: Day; readonly setOn: Day | null; readonly seenOn: Day }
  >();
  for (const own of document.goals) {
    const { goal, plan, domain, setOn } = own;
    const opened = openedOn.get(plan);
    if (opened === undefined || statusBy(own, asOf) === "discontinued") continue;
    const began = beganOn(plan);
    // Without its own day it counts from the opening of its plan, which may be before the school
    // year begins.
    const seenOn = setOn ?? (opened < began && began <= asOf ? began : opened);
    goals.set(goal, { began, setOn, seenOn });
    if (domain === null) continue;
    entries.push(shownEntry(OF_DOMAIN[domain], setOn, seenOn));
    // Set before the school year, and in that year's plan or one that is carried on in it: it counts
    // from the first day of the year.
    if (setOn !== null && setOn < began) entries.push(shownEntry(OF_DOMAIN[domain], began, began));
  }
  for (const { goal, focusArea, completedOn } of document.actionSteps) {
    const shownBy = goals.get(goal);
    if (shownBy === undefined) continue;
    entries.push(shownEntry("action-steps-benchmarks", shownBy.setOn, shownBy.seenOn));
    if (shownBy.setOn !== null && shownBy.setOn < shownBy.began) {
      entries.push(shownEntry("action-steps-benchmarks", shownBy.began, shownBy.began));
    }
    const shown = focusArea === "" ? undefined : OF_FOCUS_AREA[focusArea];
    if (shown !== undefined && completedOn !== null) {
      entries.push(shownEntry(shown, completedOn, completedOn));
    }
  }
  for (const { plan, heldOn, state, focusAreas } of document.reviews) {
    if (state !== "held" || heldOn === null || !openedOn.has(plan)) continue;
    for (const area of focusAreas.filter(isListed)) {
      const shown = OF_FOCUS_AREA[area];
      if (shown !== undefined) entries.push(shownEntry(shown, heldOn, heldOn));
    }
  }
}
