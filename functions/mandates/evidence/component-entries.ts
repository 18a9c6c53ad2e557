import type { Day } from "../../domain/calendar/day.ts";
import type { PlanId } from "../../domain/ids.ts";
import type { ComponentEntry, PlanComponent } from "../../domain/plans/plan-component.ts";
import {
  isListed,
  type FocusArea,
  type GoalDomain,
  type PlanDocument,
} from "../../domain/plans/plan.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { isInPlan, type ContentDay } from "./goals-in-plan.ts";
import { acceptedPlansOf, carriedOnFor } from "./plan-records.ts";

/** An entry of a component, from its own record or shown by a goal, a step or a review. */
export interface Entry extends ComponentEntry {
  /** The first day on which the records show it: its own day, the day of its plan, or the date of the data. */
  readonly seenOn: Day;
  /** Why it may not have been there; absent if it was. */
  readonly doubt?: Doubt;
}

/** Its goal was given up on a day that no record gives, or it was entered on one. */
export type Doubt = "given-up" | "undated";

/** Why what an entry may show cannot be determined. */
export function doubtWords(doubt: Doubt, component: PlanComponent): string {
  switch (doubt) {
    case "given-up":
      return "A goal was discontinued on a date that no record gives.";
    case "undated":
      return `Recorded without a date that can be used: ${component.replaceAll("-", " ")}.`;
  }
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

/**
 * What is in a student's plans by a day and, if a first day is given, since that day.
 * @param contentOn the day on which a goal must not have been given up
 */
export function enteredComponents(
  mandate: MandateProfile,
  student: ClockCase,
  since: Day | null,
  contentOn: ContentDay,
  asOf: Day,
): readonly Entry[] {
  const entries: Entry[] = (moreOf(student).components ?? []).map((entry) => ({
    ...entry,
    seenOn: entry.enteredOn ?? asOf,
    ...(entry.enteredOn === null ? UNDATED : {}),
  }));
  const documents = documentsOf(student);
  const carried = carriedOnFor(mandate, documents, contentOn, asOf);
  for (const document of documents) {
    addFromPlans(entries, mandate, document, carried, contentOn, asOf);
  }
  return entries.filter(({ seenOn }) => seenOn <= asOf && (since === null || seenOn >= since));
}

/** One that a goal, a step or a review shows. */
const shownEntry = (
  component: PlanComponent,
  enteredOn: Day | null,
  seenOn: Day,
  goal: Pick<Entry, "doubt"> = {},
): Entry => ({
  component,
  enteredOn,
  seenOn,
  quantity: 1,
  strand: "",
  marks: NO_MARKS,
  ...goal,
});

const NO_MARKS: Entry["marks"] = [];

const MAY_BE: Pick<Entry, "doubt"> = { doubt: "given-up" };
const UNDATED: Pick<Entry, "doubt"> = { doubt: "undated" };

/** A goal of a plan, by the days on which it shows what it stands for. */
interface GoalShown {
  /** The first day of the school year in whose plan it is. */
  readonly began: Day;
  readonly setOn: Day | null;
  readonly seenOn: Day;
  readonly left: Pick<Entry, "doubt">;
}

/**
 * What a goal shows, on its own day and, if it was set before the school year of its plan, or of the
 * year in which that is carried on, from the first day of the year.
 */
function entriesOf(
  component: PlanComponent,
  { began, setOn, seenOn, left }: GoalShown,
): readonly Entry[] {
  const own = shownEntry(component, setOn, seenOn, left);
  return setOn !== null && setOn < began ? [own, shownEntry(component, began, began, left)] : [own];
}

function addFromPlans(
  entries: Entry[],
  mandate: MandateProfile,
  document: PlanDocument,
  carried: ReadonlySet<PlanId>,
  contentOn: ContentDay,
  asOf: Day,
): void {
  const accepted = acceptedPlansOf(mandate, [document], asOf);
  if (accepted.length === 0) return;
  const openedOn = new Map<string, Day>();
  for (const { plan, openedOn: on } of accepted) openedOn.set(plan, on);
  const beganOn = (plan: PlanId): Day =>
    firstDayOf(carried.has(plan) ? schoolYearOf(asOf) : document.schoolYear);
  const goals = new Map<string, GoalShown>();
  for (const own of document.goals) {
    const { goal, plan, domain, setOn } = own;
    const opened = openedOn.get(plan);
    const isIn = isInPlan(own, contentOn);
    if (opened === undefined || isIn === "no") continue;
    const began = beganOn(plan);
    // Without its own day it counts from the opening of its plan, which may be before the school
    // year begins.
    const seenOn = setOn ?? (opened < began && began <= asOf ? began : opened);
    const shown: GoalShown = { began, setOn, seenOn, left: isIn === "unknown" ? MAY_BE : {} };
    goals.set(goal, shown);
    if (domain !== null) entries.push(...entriesOf(OF_DOMAIN[domain], shown));
  }
  for (const { goal, focusArea, completedOn } of document.actionSteps) {
    const shownBy = goals.get(goal);
    if (shownBy === undefined) continue;
    entries.push(...entriesOf("action-steps-benchmarks", shownBy));
    const shown = focusArea === "" ? undefined : OF_FOCUS_AREA[focusArea];
    if (shown !== undefined && completedOn !== null) {
      entries.push(shownEntry(shown, completedOn, completedOn, shownBy.left));
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
