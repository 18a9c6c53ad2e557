/** What is in one student's plans, and how it goes on, worked out plainly from the conformed records. */
import { goalsSet, openAccepted, text, type Folder } from "./plain-answers.ts";
import type { Row } from "./conformed-records.ts";

/** The goals of open plans that were not given up. */
export function goalsNow(folder: Folder): readonly Row[] {
  const open = openAccepted(folder).map((plan) => text(plan, "plan"));
  return goalsSet(folder).filter(
    (goal) => open.includes(text(goal, "plan")) && goal["status"] !== "discontinued",
  );
}

/** Whether something that happened on a day of a column had happened by the date of the data. */
const hasHappened = (row: Row, column: string, { asOf }: Folder): boolean =>
  row[column] !== null && text(row, column) <= asOf;

/** "Each step with a due day is done, or its due day has not passed." Every export counted here has steps. */
export function onTrack(folder: Folder): string {
  const goals = goalsNow(folder);
  const steps = folder.steps.filter((step) =>
    goals.some((goal) => text(goal, "goal") === text(step, "goal")),
  );
  const dated = steps.filter((step) => step["dueOn"] !== null);
  const closed = goals
    .filter((goal) => goal["status"] === "met" || goal["status"] === "not-met")
    .map((goal) => text(goal, "goal"));
  const overdue = dated.filter(
    (step) =>
      folder.asOf > text(step, "dueOn") &&
      !hasHappened(step, "completedOn", folder) &&
      !closed.includes(text(step, "goal")),
  );
  if (overdue.length > 0) return "overdue";
  if (dated.length > 0) return "on-track";
  return steps.length > 0 ? "undated-only" : "no-steps";
}

/** What the list says of the step that is to be done next. */
export function nextActionStep(folder: Folder, isAsked: boolean): Row {
  const goals = goalsNow(folder)
    .filter((goal) => goal["status"] === "in-progress" || goal["status"] === "not-started")
    .map((goal) => text(goal, "goal"));
  const steps = folder.steps.filter(
    (step) =>
      isAsked &&
      goals.includes(text(step, "goal")) &&
      step["dueOn"] !== null &&
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

const plusDays = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

/** "All goals meet it, some, none, no goals", indicator by indicator. Every export counted here has steps. */
export function goalIndicators(folder: Folder): readonly (readonly [id: string, part: string])[] {
  const { asOf } = folder;
  const says = (column: string) => (goal: Row) => Number(goal[column]) >= 1;
  const reviewed = new Set(
    folder.reviews
      .filter((review) =>
        review["state"] === "held"
          ? text(review, "heldOn") <= asOf && plusDays(text(review, "heldOn"), 120) >= asOf
          : review["state"] === "scheduled" &&
            review["scheduledOn"] !== null &&
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
      (goal) =>
        says("timeBound")(goal) || (goal["targetOn"] !== null && goal["isDueByDefault"] !== true),
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
