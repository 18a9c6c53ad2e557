import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import type { ActionStep, Goal, PlanReview } from "../../functions/domain/plans/plan.ts";
import { goalsMeasurable } from "../../functions/metrics/measures/goals-measurable.ts";
import { goalsReviewed } from "../../functions/metrics/measures/goals-reviewed.ts";
import { goalsSpecific } from "../../functions/metrics/measures/goals-specific.ts";
import { goalsTimeBound } from "../../functions/metrics/measures/goals-time-bound.ts";
import { goalsWithSteps } from "../../functions/metrics/measures/goals-with-steps.ts";
import type { Metric } from "../../functions/metrics/measures/metric.ts";
import { ALL_COLLECTED } from "../mandates/all-collected.ts";
import { held } from "../mandates/clock-case.ts";
import { assessed, AS_OF, goal, partOf, step, withGoals } from "./assessed-student.ts";

const goals = (...given: readonly Partial<Goal>[]): readonly Goal[] =>
  given.map((each, index) => ({ ...goal("career"), goal: `goal ${index}`, ...each }));

interface Given {
  readonly goals: readonly Goal[];
  readonly reviews?: readonly PlanReview[];
  readonly steps?: readonly ActionStep[];
  readonly sendsSteps?: boolean;
}
const part = (metric: Metric, given: Given): string =>
  partOf(
    metric,
    assessed({
      document: withGoals(given.goals, given.reviews, given.steps),
      ...(given.sendsSteps === false && {
        collected: { ...ALL_COLLECTED, actionSteps: false },
      }),
    }),
  );

describe.each([
  ["specific", goalsSpecific],
  ["measurable", goalsMeasurable],
] as const)("goals that are %s", (field, metric) => {
  it.each([
    [[2, 1], "all-goals"],
    [[1], "all-goals"],
    [[2, 0], "some-goals"],
    [[0, 0], "none-of-goals"],
    [[], "no-goals"],
    [[2, null], "not-determinable"],
  ] as const)("of levels %j are %s", (levels, expected) => {
    const given = goals(...levels.map((level) => ({ [field]: level })));
    expect(part(metric, { goals: given })).toBe(expected);
  });
});

describe("goals with a deadline", () => {
  const due = { targetOn: day("2022-05-31") };

  it("have one in the text, or a due date that somebody chose", () => {
    const answer = (given: Partial<Goal>) => part(goalsTimeBound, { goals: goals(given) });
    expect(answer({ timeBound: 2, targetOn: null })).toBe("all-goals");
    expect(answer({ timeBound: 0, targetOn: null })).toBe("none-of-goals");
    expect(answer({ timeBound: 0, ...due, isDueByDefault: false })).toBe("all-goals");
    expect(answer({ timeBound: 0, ...due, isDueByDefault: true })).toBe("none-of-goals");
    expect(answer({ timeBound: 2, ...due, isDueByDefault: true })).toBe("all-goals");
    expect(answer({ ...due, isDueByDefault: true })).toBe("not-determinable");
  });

  it.each([
    ["2021-09-09", "none-of-goals"],
    ["2021-09-10", "all-goals"],
    ["2021-09-11", "all-goals"],
  ])("have none in a due date before the day they were set: due on %s", (targetOn, expected) => {
    const given = { setOn: day("2021-09-10"), targetOn: day(targetOn) };
    const answer = (more: Partial<Goal>) =>
      part(goalsTimeBound, { goals: goals({ ...given, ...more }) });
    expect(answer({ timeBound: 0 })).toBe(expected);
    expect(answer({ timeBound: 0, setOn: null })).toBe("all-goals");
    expect(answer({ timeBound: 2 })).toBe("all-goals");
  });
});

describe("goals with action steps", () => {
  it("have one of their own", () => {
    const two = goals({}, {});
    const steps = [step({ goal: "goal 0" })];
    expect(part(goalsWithSteps, { goals: two, steps })).toBe("some-goals");
    expect(part(goalsWithSteps, { goals: two.slice(0, 1), steps })).toBe("all-goals");
    expect(part(goalsWithSteps, { goals: two })).toBe("none-of-goals");
  });

  it("cannot be told where the district sends no steps", () => {
    expect(part(goalsWithSteps, { goals: goals({}), sendsSteps: false })).toBe("not-determinable");
    expect(part(goalsWithSteps, { goals: [], sendsSteps: false })).toBe("no-goals");
  });
});

describe("goals under review", () => {
  const answer = (review: PlanReview) =>
    part(goalsReviewed, { goals: goals({}), reviews: [review] });
  const scheduled = (on: string): PlanReview => ({
    ...held(on),
    ...{ state: "scheduled", scheduledOn: day(on), heldOn: null },
  });

  it("were reviewed at most 120 days ago", () => {
    expect(AS_OF).toBe("2021-11-26");
    expect(answer(held("2021-07-28"))).toBe("none-of-goals");
    expect(answer(held("2021-07-29"))).toBe("all-goals");
    expect(answer(held("2021-11-26"))).toBe("all-goals");
    expect(answer(held("2021-11-27"))).toBe("none-of-goals");
  });

  it("cannot be told where the district sends no reviews", () => {
    const collected = { ...ALL_COLLECTED, reviews: false };
    const document = withGoals(goals({}));
    expect(partOf(goalsReviewed, assessed({ document, collected }))).toBe("not-determinable");
  });

  it("or are to be reviewed within 120 days", () => {
    expect(answer(scheduled("2021-11-25"))).toBe("none-of-goals");
    expect(answer(scheduled("2021-11-26"))).toBe("all-goals");
    expect(answer(scheduled("2022-03-26"))).toBe("all-goals");
    expect(answer(scheduled("2022-03-27"))).toBe("none-of-goals");
    // On the day of the data nobody knew yet what became of it.
    const later = { scheduledOn: day("2022-01-10") };
    expect(answer({ ...held("2022-01-11"), ...later })).toBe("all-goals");
    expect(answer({ ...scheduled("2022-01-10"), state: "missed" })).toBe("all-goals");
    expect(answer({ ...scheduled("2021-11-25"), state: "missed" })).toBe("none-of-goals");
  });
});
