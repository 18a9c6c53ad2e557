/** What is in one student's plans, and how it goes on, worked out plainly from the conformed records. */
import {
  goalsSet,
  heldReviews,
  isAccepted,
  isOpen,
  openAccepted,
  statusOf,
  text,
  type Folder,
} from "./plain-answers.ts";
import { daysFrom, plusDays } from "./plain-rules.ts";
import type { Row } from "./conformed-records.ts";

/** The goals of open plans that were not given up by the day. */
export function goalsNow(folder: Folder): readonly Row[] {
  const open = openAccepted(folder).map((plan) => text(plan, "plan"));
  return goalsSet(folder).filter(
    (goal) => open.includes(text(goal, "plan")) && statusOf(goal, folder) !== "discontinued",
  );
}

/** Whether something that happened on a day of a column had happened by the date of the data. */
const hasHappened = (row: Row, column: string, { asOf }: Folder): boolean =>
  row[column] !== null && text(row, column) <= asOf;

/** "An academic, a career and a personal goal." Each of the districts counted here has goals of every domain. */
export function goalDomains(folder: Folder): string {
  const domains = goalsNow(folder).map((goal) => text(goal, "domain"));
  if (domains.length === 0) return "no-goals";
  if (["academic", "career", "personal"].every((domain) => domains.includes(domain))) {
    return "three-domains";
  }
  // A goal without a domain may be of the one that is missing.
  return domains.includes("") ? "not-determinable" : "fewer-domains";
}

/** "Each step with a due day is done, or its due day has not passed." Every export counted here has steps. */
export function onTrack(
  folder: Folder,
  { hasStepsDone }: { readonly hasStepsDone: boolean },
): string {
  const goals = goalsNow(folder);
  const steps = folder.steps.filter((step) =>
    goals.some((goal) => text(goal, "goal") === text(step, "goal")),
  );
  const dated = steps.filter((step) => step["dueOn"] !== null);
  const closed = goals
    .filter((goal) => ["met", "not-met"].includes(statusOf(goal, folder)))
    .map((goal) => text(goal, "goal"));
  const overdue = dated.filter(
    (step) =>
      folder.asOf > text(step, "dueOn") &&
      !hasHappened(step, "completedOn", folder) &&
      !closed.includes(text(step, "goal")),
  );
  if (overdue.length > 0) return hasStepsDone ? "overdue" : "not-determinable";
  if (dated.length > 0) return "on-track";
  return steps.length > 0 ? "undated-only" : "no-steps";
}

/** What the list says of the step that is to be done next. */
export function nextActionStep(
  folder: Folder,
  { hasStepsDone }: { readonly hasStepsDone: boolean },
  isAsked: boolean,
): Row {
  const goals = goalsNow(folder)
    .filter((goal) => ["in-progress", "not-started"].includes(statusOf(goal, folder)))
    .map((goal) => text(goal, "goal"));
  const steps = folder.steps.filter(
    (step) =>
      isAsked &&
      goals.includes(text(step, "goal")) &&
      step["dueOn"] !== null &&
      (hasStepsDone || text(step, "dueOn") >= folder.asOf) &&
      !hasHappened(step, "completedOn", folder),
  );
  const first = steps.map((step) => text(step, "dueOn")).sort()[0] ?? null;
  // Of several due on one day the one whose id comes first.
  const [next] = steps
    .filter((step) => step["dueOn"] === first)
    .sort((a, b) => (text(a, "actionStep") < text(b, "actionStep") ? -1 : 1));
  return {
    actionStepDueOn: first,
    actionStepArea: next === undefined ? "" : text(next, "focusArea"),
    actionStepOwner: next === undefined ? "" : text(next, "owner"),
  };
}

/** Days of reviews held of plans of any year, and days on which they were opened or a goal or a step of them changed; each once, in order. */
function daysOfPlans(folder: Folder) {
  const plans = folder.plansHeld.filter(
    (plan) => isAccepted(plan) && text(plan, "openedOn") <= folder.asOf,
  );
  const accepted = plans.map((plan) => text(plan, "plan"));
  const goals = folder.goals.filter((goal) => accepted.includes(text(goal, "plan")));
  const steps = folder.steps.filter((step) =>
    goals.some((goal) => text(goal, "goal") === text(step, "goal")),
  );
  const held = heldReviews({ ...folder, yearBegins: "" });
  const sorted = (days: readonly string[]) =>
    [...new Set(days)].filter((on) => on !== "" && on <= folder.asOf).sort();
  return {
    reviewed: sorted(held.map((review) => text(review, "heldOn"))),
    accepted,
    changed: sorted([
      ...plans.map((plan) => text(plan, "openedOn")),
      ...goals.map((goal) => text(goal, "setOn")),
      ...goals
        .filter((goal) => ["met", "not-met", "discontinued"].includes(text(goal, "status")))
        .map((goal) => text(goal, "statusOn")),
      ...steps.map((step) => text(step, "completedOn")),
    ]),
  };
}

/** "Something changed since the last review but one." Every export counted here has goals with domains. */
export function planChange(
  folder: Folder,
  { hasStepsDone }: { readonly hasStepsDone: boolean },
): string {
  const { reviewed, changed, accepted } = daysOfPlans(folder);
  const since = reviewed.at(-2);
  if (since === undefined) return "fewer-reviews";
  if (changed.some((on) => since < on)) return "changed";
  const goals = folder.goals.filter(
    (goal) => accepted.includes(text(goal, "plan")) && text(goal, "setOn") <= folder.asOf,
  );
  const isUndated = goals.some(
    (goal) =>
      goal["setOn"] === null ||
      (["met", "not-met", "discontinued"].includes(text(goal, "status")) &&
        goal["statusOn"] === null),
  );
  const areStepsUndated =
    !hasStepsDone &&
    folder.steps.some((step) => goals.some((goal) => text(goal, "goal") === text(step, "goal")));
  return isUndated || areStepsUndated ? "not-recorded" : "unchanged";
}

/** Why the list says that a plan needs a conversation, of what the student's other answers say, and when it was touched. */
export function conversation(
  folder: Folder,
  parts: ReadonlyMap<string, string>,
  isAsked: boolean,
): Row {
  if (!isAsked) {
    return { conversation: "", lastTouchedOn: null, daysBetweenTouches: null, sharedTexts: "" };
  }
  const { reviewed, changed } = daysOfPlans(folder);
  const touched = [...new Set([...reviewed, ...changed])].sort();
  const gaps = touched
    .slice(1)
    .map((on, place) => daysFrom(touched[place] ?? "", on))
    .sort((a, b) => a - b);
  const is = (question: string, part: string): boolean => parts.get(question) === part;
  const reasons = [
    is("on-track", "overdue") ? "steps-overdue" : "",
    is("plan-change", "unchanged") ? "plan-unchanged" : "",
    is("goal-domains", "no-goals") ? "no-goals" : "",
    is("goal-domains", "fewer-domains") ? "domains-missing" : "",
    is("goal-individuality", "shared") ? "goals-shared" : "",
    is("on-track", "no-steps") && goalsNow(folder).length > 0 ? "no-steps" : "",
  ].filter((reason) => reason !== "");
  return {
    conversation: openAccepted(folder).length > 0 ? reasons.join(";") : "",
    lastTouchedOn: touched.at(-1) ?? null,
    daysBetweenTouches: gaps[Math.ceil(gaps.length / 2) - 1] ?? null,
    sharedTexts: sharedTexts(folder),
  };
}

/** Texts of the goals in the open plan that three or more students had by the date of the data. */
function sharedTexts(folder: Folder): string {
  const texts = goalsNow(folder)
    .filter((goal) => goal["textKind"] === "eligible" && text(goal, "sharedSince") <= folder.asOf)
    .map((goal) => text(goal, "sharedText"));
  return [...new Set(texts)]
    .filter((shared) => shared !== "")
    .sort()
    .join(";");
}

/** A goal that was due before it was set has no due date to speak of. */
const isDated = (goal: Row): boolean =>
  goal["targetOn"] !== null && text(goal, "targetOn") >= text(goal, "setOn");

/** "All goals meet it, some, none, no goals", indicator by indicator. Every export counted here has steps. */
export function goalIndicators(folder: Folder): readonly (readonly [id: string, part: string])[] {
  const { asOf } = folder;
  const says = (column: string) => (goal: Row) => Number(goal[column]) >= 1;
  const reviewed = new Set(
    folder.reviews
      .filter((review) =>
        review["state"] === "held" && review["heldOn"] !== null && text(review, "heldOn") <= asOf
          ? plusDays(text(review, "heldOn"), 120) >= asOf
          : review["scheduledOn"] !== null &&
            text(review, "scheduledOn") >= asOf &&
            text(review, "scheduledOn") <= plusDays(asOf, 120),
      )
      .map((review) => text(review, "plan")),
  );
  const stepped = new Set(folder.steps.map((step) => text(step, "goal")));
  const indicators: readonly (readonly [string, (goal: Row) => boolean])[] = [
    ["goals-specific", says("specific")],
    ["goals-measurable", says("measurable")],
    [
      "goals-time-bound",
      (goal) => says("timeBound")(goal) || (isDated(goal) && goal["isDueByDefault"] !== true),
    ],
    ["goals-with-steps", (goal) => stepped.has(text(goal, "goal"))],
    ["goals-reviewed", (goal) => reviewed.has(text(goal, "plan"))],
  ];
  const goals = goalsNow(folder);
  return indicators.map(([id, meets]) => {
    const met = goals.filter(meets).length;
    if (goals.length === 0) return [id, "no-goals"] as const;
    return [
      id,
      met === goals.length ? "all-goals" : met > 0 ? "some-goals" : "none-of-goals",
    ] as const;
  });
}

/** What shows each content of a plan. */
const SHOWN_BY: readonly (readonly [content: string, ...shownBy: readonly string[]])[] = [
  ["strengths", "strengths", "skills-aptitude-assessment"],
  ["interests", "interests", "career-interest-inventory"],
  ["learning-preferences", "learning-preferences"],
  ["barriers", "barriers-adjustments", "remediation-intervention", "resources-supports"],
];

/** Whether each content is in a plan, and whether it was coordinated with an IEP or a 504 plan. */
export function planContents(
  folder: Folder,
  { components }: { readonly components: ReadonlySet<string> },
  isInProgram: boolean,
): readonly (readonly [question: string, part: string])[] {
  const { asOf, yearBegins, plansHeld } = folder;
  const hasPlan = openAccepted(folder).length > 0;
  const entered = (shownBy: readonly string[], since = ""): boolean =>
    folder.components.some(
      (row) =>
        shownBy.includes(text(row, "component")) &&
        text(row, "enteredOn") <= asOf &&
        text(row, "enteredOn") >= since,
    );
  const yesNo = (isYes: boolean, shownBy: readonly string[]): string =>
    isYes ? "yes" : shownBy.some((component) => components.has(component)) ? "no" : "not-asked";
  const others = plansHeld.filter((plan) => ["IEP", "504"].includes(text(plan, "planType")));
  const isOpenBeside = others.some(
    (plan) =>
      isOpen(plan, asOf) &&
      (plan["schoolYear"] === folder.year ||
        plan["status"] === "active" ||
        plan["closedOn"] !== null),
  );
  const own = heldReviews(folder).map((review) => text(review, "heldOn"));
  const isTogether = folder.reviews.some(
    (review) =>
      review["state"] === "held" &&
      others.some((plan) => plan["plan"] === review["plan"]) &&
      own.includes(text(review, "heldOn")),
  );
  const coordination = ["program-coordination"];
  return [
    ...SHOWN_BY.map(([content, ...shownBy]): readonly [string, string] => [
      `plan-content/${content}`,
      hasPlan ? yesNo(entered(shownBy), shownBy) : "not-asked",
    ]),
    [
      "program-coordination",
      hasPlan && (isInProgram || isOpenBeside)
        ? yesNo(entered(coordination, yearBegins) || isTogether, coordination)
        : "not-asked",
    ],
  ];
}
