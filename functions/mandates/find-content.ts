import type { Day } from "../domain/day.ts";
import type { ComponentEntry, PlanComponent } from "../domain/plan-component.ts";
import type { FocusArea, GoalDomain, PlanDocument } from "../domain/plan.ts";
import { arePlansHeldSince, moreOf, type ClockCase } from "./clock-case.ts";
import { absent, allOf, done, unknown, type Found } from "./found.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import { acceptedPlans } from "./plan-records.ts";
import type { ContentRequirement, Tally } from "./requirement.ts";
import { spanStart } from "./span.ts";

/** What the plan must contain, from its goals, steps and reviews and from the entries of components. */
export function findContent(
  mandate: MandateProfile,
  requirement: ContentRequirement,
  student: ClockCase,
  asOf: Day,
): Found {
  const start = spanStart(requirement.span, student, asOf);
  if (start.kind === "unknown") {
    return unknown(
      "No record says in which school year the student came to the first grade of it.",
    );
  }
  const since = start.on;
  const { components, earlier } = moreOf(student);
  const documents = [student.document, ...(earlier ?? [])].filter((one) => one !== null);
  const inPlans = documents.flatMap((document) => fromPlan(mandate, document));
  const entries = [...(components ?? []), ...inPlans].filter(
    ({ enteredOn }) => enteredOn <= asOf && (since === null || enteredOn >= since),
  );
  const isHeld = (component: PlanComponent): boolean =>
    components !== null || PLAN_SHOWS.has(component);
  // What only this year's plan or a review shows may have been there before.
  const isWhole = (component: PlanComponent): boolean =>
    components !== null ||
    (PLAN_SHOWS.has(component) &&
      (requirement.span === "school-year" || arePlansHeldSince(moreOf(student), since)));
  const one = (component: PlanComponent): Found =>
    earliest(entries, component, isHeld(component), isWhole(component));
  const parts = requirement.all.map(one);
  const { atLeast, tally } = requirement;
  if (atLeast !== undefined) parts.push(someOf(atLeast.count, atLeast.of.map(one)));
  if (tally !== undefined) {
    parts.push(
      components === null
        ? unknown(`The exports hold no entries of ${words(tally.component)}.`)
        : tallied(
            tally,
            entries.filter(({ component }) => component === tally.component),
          ),
    );
  }
  return allOf(parts);
}

const words = (component: PlanComponent): string => component.replaceAll("-", " ");

function earliest(
  entries: readonly ComponentEntry[],
  component: PlanComponent,
  isHeld: boolean,
  isWhole: boolean,
): Found {
  let first: Day | null = null;
  for (const entry of entries) {
    if (entry.component !== component) continue;
    if (first === null || entry.enteredOn < first) first = entry.enteredOn;
  }
  if (first !== null)
    return done(first, [{ record: "component", name: component, on: first }], isWhole);
  return isHeld
    ? absent(`The plan has no ${words(component)}.`)
    : unknown(`The exports hold no record of ${words(component)}.`);
}

/** At least so many of several: done with the last of the first so many. */
function someOf(count: number, parts: readonly Found[]): Found {
  const there = parts
    .filter((part) => part.kind === "done")
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, count);
  if (there.length === count) return allOf(there);
  const open = parts.filter(({ kind }) => kind === "unknown");
  return there.length + open.length >= count && open[0] !== undefined
    ? open[0]
    : absent(`The plan has ${there.length} of at least ${count} things it must have.`);
}

/** The day on which the amount, the strands and the marked entries are all reached. */
function tallied(tally: Tally, entries: readonly ComponentEntry[]): Found {
  const inOrder = [...entries].sort((a, b) => (a.enteredOn < b.enteredOn ? -1 : 1));
  for (let count = 1; count <= inOrder.length; count++) {
    const last = inOrder[count - 1];
    if (last !== undefined && isReached(tally, inOrder.slice(0, count))) {
      return done(last.enteredOn, [
        { record: "component", name: tally.component, on: last.enteredOn },
      ]);
    }
  }
  return absent(
    `The plan does not reach the amount of ${words(tally.component)}: at least ${tally.atLeast}.`,
  );
}

function isReached(tally: Tally, entries: readonly ComponentEntry[]): boolean {
  const amount =
    tally.counts === "entries"
      ? entries.length
      : entries.reduce((sum, { quantity }) => sum + quantity, 0);
  const strands = new Set(entries.map(({ strand }) => strand).filter((strand) => strand !== ""));
  return (
    amount >= tally.atLeast &&
    strands.size >= (tally.strands ?? 0) &&
    (tally.marked ?? []).every(
      ({ mark, atLeast }) => entries.filter(({ marks }) => marks.includes(mark)).length >= atLeast,
    )
  );
}

const OF_DOMAIN: { readonly [domain in GoalDomain]: PlanComponent } = {
  academic: "academic-goal",
  career: "career-goal",
  personal: "personal-social-goal",
};
const OF_FOCUS_AREA: { readonly [area in FocusArea]?: PlanComponent } = {
  "career-exploration": "career-exploration",
  "education-plan": "course-plan",
  "high-school-plan": "course-plan",
  resume: "resume",
};
/** Components of which a plan document itself speaks; who has no plan has none of them. */
const PLAN_SHOWS: ReadonlySet<PlanComponent> = new Set([
  ...Object.values(OF_DOMAIN),
  "action-steps-benchmarks",
]);

function fromPlan(mandate: MandateProfile, document: PlanDocument): readonly ComponentEntry[] {
  const accepted = acceptedPlans(mandate, document);
  const entry = (component: PlanComponent, enteredOn: Day): ComponentEntry => ({
    component,
    enteredOn,
    quantity: 1,
    strand: "",
    marks: [],
  });
  const entries: ComponentEntry[] = [];
  const setOn = new Map<string, Day>();
  for (const goal of document.goals) {
    if (!accepted.has(goal.plan) || goal.status === "discontinued") continue;
    setOn.set(goal.goal, goal.setOn);
    entries.push(entry(OF_DOMAIN[goal.domain], goal.setOn));
  }
  for (const { goal, focusArea, completedOn } of document.actionSteps) {
    const since = setOn.get(goal);
    if (since === undefined) continue;
    entries.push(entry("action-steps-benchmarks", since));
    const shown = focusArea === "" ? undefined : OF_FOCUS_AREA[focusArea];
    if (shown !== undefined && completedOn !== null) entries.push(entry(shown, completedOn));
  }
  for (const { plan, heldOn, state, focusAreas } of document.reviews) {
    if (state !== "held" || heldOn === null || !accepted.has(plan)) continue;
    for (const area of focusAreas) {
      const shown = OF_FOCUS_AREA[area];
      if (shown !== undefined) entries.push(entry(shown, heldOn));
    }
  }
  return entries;
}
