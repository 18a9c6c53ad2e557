import { isLackKnown, type AskedBy } from "./asked-by.ts";
import { laterOf, yearBegins, yearOf } from "./days.ts";
import { judge, together, type Line, type Shown, type Verdict } from "./judge.ts";
import type { PlainMandate, PlainRule, PlainTally } from "./plain-mandates.ts";
import type { PlainEntry, PlainGoal, PlainStudent } from "./plain-records.ts";
import { acceptedPlans, carriedOn, heldReviews } from "./plans.ts";
import { windowBegins } from "./window.ts";

/** An entry, and whether its day is its own or only that of the plan it is in. */
interface Seen extends PlainEntry {
  readonly enteredOn: string;
  readonly isDated: boolean;
  /** Shown by a goal of which nobody can say whether it had been given up when it was due. */
  readonly isDoubted: boolean;
}

const OF_DOMAIN: { readonly [domain: string]: string } = {
  academic: "academic-goal",
  career: "career-goal",
  personal: "personal-social-goal",
};
const OF_FOCUS_AREA: { readonly [area: string]: string } = {
  "career-exploration": "career-exploration",
  "education-plan": "course-plan",
  "high-school-plan": "course-plan",
  resume: "resume",
};

/** How a student stands on a requirement of kind "content". */
export function contentVerdict(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asked: AskedBy,
  asOf: string,
): Verdict {
  const { all = [], atLeast, tally, span = "ever", status } = rule;
  const since = windowBegins(span, student);
  const keptUntil = asked.term.kind === "named" && asked.term.sure < asOf ? asked.term.sure : asOf;
  const seen = entriesOf(mandate, student, keptUntil, asOf).filter(
    ({ enteredOn }) => enteredOn >= since,
  );
  const entries = seen.filter(({ isDoubted }) => !isDoubted);
  const onSomeDay = (student.components ?? []).filter(({ enteredOn }) => enteredOn === null);
  const doubted = [...seen.filter(({ isDoubted }) => isDoubted), ...onSomeDay].map(
    ({ component }) => component,
  );
  const lines: Line[] = all.map((item) => ({
    count: 1,
    of: [shownOf(item.component)],
    status: item.status ?? status,
  }));
  if (atLeast !== undefined) {
    const of = atLeast.of.map(shownOf);
    lines.push({ count: atLeast.count, of, status: atLeast.status ?? status });
  }
  if (tally !== undefined) {
    const isOfTally = ({ component }: PlainEntry): boolean => component === tally.component;
    const reached = reachedOn(tally, entries.filter(isOfTally));
    // With those that may not have been there or of which nobody gives the day, it may be reached, or sooner.
    const open = [
      ...seen.filter(({ isDoubted }) => isDoubted).filter(isOfTally),
      ...onSomeDay.filter(isOfTally).map((entry) => ({
        ...{ ...entry, enteredOn: since, isDated: false, isDoubted: true },
      })),
    ];
    const mayBeReached =
      open.length > 0 &&
      (reached !== null || reachedOn(tally, [...entries.filter(isOfTally), ...open]) !== null);
    const of = [
      {
        days: reached === null ? [] : [reached],
        isUndated: false,
        isTold: isTold(tally.component) && !mayBeReached,
      },
    ];
    lines.push({ count: 1, of, status });
  }
  const lackIsKnown = isLackKnown(mandate, rule, student, asked);
  return together(lines.map((line) => judge(line, asked.term, lackIsKnown, asOf)));

  function shownOf(component: string): Shown {
    const own = entries.filter((entry) => entry.component === component);
    return {
      days: own.filter(({ isDated }) => isDated).map(({ enteredOn }) => enteredOn),
      isUndated: own.some(({ isDated }) => !isDated),
      isTold: isTold(component) && !doubted.includes(component),
    };
  }

  /** Whether any record of the district carries the component, or nobody says and such records are sent. */
  function isTold(component: string): boolean {
    const { collected } = student;
    const [domain] = Object.entries(OF_DOMAIN).find(([, of]) => of === component) ?? [];
    if (domain !== undefined && hasGoalOfUnsaidDomain(mandate, student, keptUntil, asOf))
      return false;
    const isOfArea = Object.values(OF_FOCUS_AREA).includes(component);
    if (isOfArea && hasUndatedArea(mandate, student, asOf)) return false;
    const isStep = component === "action-steps-benchmarks";
    if (collected === null) return student.components !== null || domain !== undefined || isStep;
    return (
      collected.components.includes(component) ||
      collected.goalDomains.includes(domain ?? "") ||
      (isStep && collected.actionSteps)
    );
  }
}

/** A review that was held on a day that nobody gives, with an area that may be the one that is asked. */
function hasUndatedArea(mandate: PlainMandate, student: PlainStudent, asOf: string): boolean {
  const plans = acceptedPlans(mandate, student, asOf).map(({ plan }) => plan);
  return student.reviews.some(
    ({ state, heldOn, plan, focusAreas }) =>
      // The record of a review that it calls missed, with a day, contradicts itself.
      (state === "held") === (heldOn === null) &&
      (heldOn ?? "") <= asOf &&
      focusAreas.length > 0 &&
      plans.includes(plan),
  );
}

/** Such a goal may be the one that is asked. */
function hasGoalOfUnsaidDomain(
  mandate: PlainMandate,
  student: PlainStudent,
  keptUntil: string,
  asOf: string,
): boolean {
  const plans = acceptedPlans(mandate, student, asOf).map(({ plan }) => plan);
  return student.goals.some(
    (goal) =>
      goal.domain === null &&
      givenUp(goal, keptUntil, asOf) !== "yes" &&
      (goal.setOn ?? "") <= asOf &&
      plans.includes(goal.plan),
  );
}

/** Whether a goal had been given up: it is looked at on the due day, once that has passed. */
function givenUp(
  { status, statusOn }: PlainGoal,
  keptUntil: string,
  asOf: string,
): "yes" | "no" | "doubted" {
  if (status !== "discontinued") return "no";
  if (statusOn === null) return keptUntil < asOf ? "doubted" : "yes";
  return statusOn <= keptUntil ? "yes" : "no";
}

/** What the records show by a day: entries, goals and steps of accepted plans, focus areas of steps and reviews. */
export function entriesOf(
  mandate: PlainMandate,
  student: PlainStudent,
  keptUntil: string,
  asOf: string,
): readonly Seen[] {
  const entries: Seen[] = [];
  const see = (
    component: string | undefined,
    enteredOn: string | null,
    { isDated = true, isDoubted = false } = {},
  ): void => {
    if (component === undefined || enteredOn === null || enteredOn > asOf) return;
    entries.push({ component, enteredOn, isDated, isDoubted, quantity: 1, strand: "", marks: [] });
  };
  for (const entry of student.components ?? []) {
    const { enteredOn } = entry;
    if (enteredOn === null || enteredOn > asOf) continue;
    entries.push({ ...entry, enteredOn, isDated: true, isDoubted: false });
  }
  const plans = acceptedPlans(mandate, student, asOf);
  // A plan that is opened after the due day leaves what the plan before it had by then.
  const lookedAtOn = yearOf(keptUntil) === student.year ? keptUntil : asOf;
  const carriedIds = carriedOn(mandate, student, lookedAtOn).map(({ plan }) => plan);
  const carried = plans.filter(({ plan }) => carriedIds.includes(plan));
  for (const each of student.goals) {
    const { goal, plan, domain, setOn } = each;
    const own = plans.find((candidate) => candidate.plan === plan);
    const given = givenUp(each, keptUntil, asOf);
    if (own === undefined || given === "yes") continue;
    const isDoubted = given === "doubted";
    const began = yearBegins(carried.includes(own) ? student.year : own.year);
    const days: (readonly [string, boolean])[] =
      setOn === null
        ? [own.openedOn, laterOf(own.openedOn, began)].map((on) => [on, false] as const)
        : // A goal set before the school year is in the plan from its first day on.
          [[setOn, true], ...(setOn < began ? [[began, true] as const] : [])];
    for (const [on, isDated] of days) see(OF_DOMAIN[domain ?? ""], on, { isDated, isDoubted });
    if (setOn !== null && setOn > asOf) continue;
    for (const step of student.steps.filter((step) => step.goal === goal)) {
      for (const [on, isDated] of days) see("action-steps-benchmarks", on, { isDated, isDoubted });
      see(OF_FOCUS_AREA[step.focusArea], step.completedOn, { isDoubted });
    }
  }
  for (const { heldOn, focusAreas } of heldReviews(mandate, student, asOf)) {
    for (const area of focusAreas) see(OF_FOCUS_AREA[area], heldOn);
  }
  return entries;
}

/** The first day by which the amount, the strands and the marked entries are all there. */
function reachedOn(tally: PlainTally, entries: readonly Seen[]): string | null {
  for (const on of entries.map(({ enteredOn }) => enteredOn).sort()) {
    const there = entries.filter(({ enteredOn }) => enteredOn <= on);
    const amount = there.reduce(
      (sum, { quantity }) => sum + (tally.counts === "entries" ? 1 : quantity),
      0,
    );
    const strands = new Set(there.map(({ strand }) => strand).filter((strand) => strand !== ""));
    const hasMarks = (tally.marked ?? []).every(
      ({ mark, atLeast }) => there.filter(({ marks }) => marks.includes(mark)).length >= atLeast,
    );
    if (amount >= tally.atLeast && strands.size >= (tally.strands ?? 0) && hasMarks) return on;
  }
  return null;
}
