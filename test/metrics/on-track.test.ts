import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { planId } from "../../functions/domain/ids.ts";
import type { ActionStep, GoalStatus } from "../../functions/domain/plans/plan.ts";
import { onTrack } from "../../functions/metrics/measures/on-track.ts";
import { ALL_COLLECTED } from "../mandates/all-collected.ts";
import { plan } from "../mandates/clock-case.ts";
import { AS_OF, assessed, goal, partOf, step, withGoals } from "./assessed-student.ts";

const DAY_BEFORE = day("2021-11-25");
const DAY_AFTER = day("2021-11-27");

const withSteps = (steps: readonly ActionStep[], status: GoalStatus = "in-progress") =>
  withGoals([goal("career", { status })], [], steps);
const partWith = (...steps: readonly ActionStep[]): string =>
  partOf(onTrack, assessed({ document: withSteps(steps) }));

const undated = step({ actionStep: "S2" });

describe("on-track", () => {
  it.each([
    ["the day before", DAY_BEFORE, "overdue"],
    ["on the day itself", AS_OF, "on-track"],
    ["the day after", DAY_AFTER, "on-track"],
  ])("of a step due %s of the data says so", (_name, dueOn, part) => {
    expect(partWith(step({ dueOn }))).toBe(part);
  });

  it.each([
    ["by the date of the data", AS_OF, "on-track"],
    ["after it", DAY_AFTER, "overdue"],
  ])("counts a step that was due before and is done %s", (_name, completedOn, part) => {
    expect(partWith(step({ dueOn: DAY_BEFORE, completedOn }))).toBe(part);
  });

  it("takes one overdue step among others that are on track as overdue", () => {
    const steps = [step({ dueOn: DAY_AFTER }), step({ actionStep: "S2", dueOn: DAY_BEFORE })];
    expect(partWith(...steps)).toBe("overdue");
  });

  it("never calls a step without a due day on track, done or not", () => {
    expect(partWith(undated)).toBe("undated-only");
    expect(partWith({ ...undated, completedOn: DAY_BEFORE })).toBe("undated-only");
    expect(partWith(undated, step({ dueOn: DAY_AFTER }))).toBe("on-track");
    expect(partWith(undated, step({ dueOn: DAY_BEFORE }))).toBe("overdue");
  });

  it.each([
    ["in-progress", "overdue"],
    ["not-started", "overdue"],
    ["met", "on-track"],
    ["not-met", "on-track"],
    ["discontinued", "no-steps"],
  ] as const)("of a late step of a goal that is %s says %s", (status, part) => {
    const document = withSteps([step({ dueOn: DAY_BEFORE })], status);
    expect(partOf(onTrack, assessed({ document }))).toBe(part);
  });

  it.each([
    [DAY_BEFORE, "on-track", "no-steps"],
    [AS_OF, "on-track", "no-steps"],
    [DAY_AFTER, "overdue", "overdue"],
  ])(
    "of a late step of a goal that was met, or given up, on %s says %s, or %s",
    (statusOn, met, givenUp) => {
      const part = (status: GoalStatus): string => {
        const goals = [goal("career", { status, statusOn })];
        return partOf(
          onTrack,
          assessed({ document: withGoals(goals, [], [step({ dueOn: DAY_BEFORE })]) }),
        );
      };
      expect(part("met")).toBe(met);
      expect(part("discontinued")).toBe(givenUp);
    },
  );

  it("has no steps of goals set later, of other plans, of drafts, or without any plan", () => {
    const late = step({ dueOn: DAY_BEFORE });
    const document = withSteps([late]);
    const part = (given: Partial<typeof document>) =>
      partOf(onTrack, assessed({ document: { ...document, ...given } }));
    expect(part({})).toBe("overdue");
    expect(part({ goals: [goal("career", { setOn: AS_OF })] })).toBe("overdue");
    expect(part({ goals: [goal("career", { setOn: DAY_AFTER })] })).toBe("no-steps");
    expect(part({ goals: [goal("career", { plan: planId("P2") })] })).toBe("no-steps");
    expect(part({ plans: [plan({ status: "draft" })] })).toBe("no-steps");
    expect(part({ plans: [plan({ planType: "IEP" })] })).toBe("no-steps");
    expect(part({ actionSteps: [] })).toBe("no-steps");
    expect(partOf(onTrack, assessed({ document: null }))).toBe("no-steps");
  });

  it.each([
    ["the day before", DAY_BEFORE, "not-determinable"],
    ["on the day itself", AS_OF, "on-track"],
    ["the day after", DAY_AFTER, "on-track"],
  ])(
    "where no step of the district has a day of completion, of a step due %s (%s) says %s",
    (_name, dueOn, part) => {
      const collected = { ...ALL_COLLECTED, stepCompletions: false };
      const partOfStep = (status: GoalStatus): string =>
        partOf(onTrack, assessed({ document: withSteps([step({ dueOn })], status), collected }));
      expect(partOfStep("in-progress")).toBe(part);
      expect(partOfStep("met")).toBe("on-track");
    },
  );

  it.each([
    [true, "no-steps", "no-steps"],
    [false, "not-determinable", "no-steps"],
  ])(
    "where the district's goals have steps (%s), of a goal without says %s, and without a goal %s",
    (actionSteps, ofGoal, without) => {
      const collected = { ...ALL_COLLECTED, actionSteps };
      expect(partOf(onTrack, assessed({ document: withSteps([]), collected }))).toBe(ofGoal);
      expect(partOf(onTrack, assessed({ document: withGoals([]), collected }))).toBe(without);
      expect(partOf(onTrack, assessed({ document: null, collected }))).toBe(without);
    },
  );
});
