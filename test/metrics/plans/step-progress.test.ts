import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { ActionStep } from "../../../functions/domain/plans/plan.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { currentSteps, nextStepOf } from "../../../functions/metrics/plans/step-progress.ts";
import type { Collected } from "../../../functions/mandates/rules/collected.ts";
import { ALL_COLLECTED } from "../../mandates/all-collected.ts";
import { AS_OF, goal, step, withGoals } from "../assessed-student.ts";

const nextWhere = (collected: Collected, ...steps: readonly ActionStep[]): string | undefined =>
  nextStepOf(
    currentSteps(
      effectivePractice,
      [withGoals([goal("career"), goal("academic", { status: "met" })], [], steps)],
      AS_OF,
    ),
    AS_OF,
    collected,
  )?.actionStep;
const next = (...steps: readonly ActionStep[]): string | undefined =>
  nextWhere(ALL_COLLECTED, ...steps);

const early = step({ actionStep: "early", dueOn: day("2021-11-01") });
const late = step({ actionStep: "late", dueOn: day("2022-03-01") });

describe("the next step", () => {
  it("is the one with the earliest due day, overdue ones first", () => {
    expect(next(late, early)).toBe("early");
    expect(next(late)).toBe("late");
  });

  it("of two due on one day is the same whatever their order", () => {
    const twin = { ...early, actionStep: "a twin" };
    expect(next(early, twin)).toBe("a twin");
    expect(next(twin, early)).toBe("a twin");
  });

  it("is not one that is done, but is one that will be done after the date of the data", () => {
    expect(next({ ...early, completedOn: AS_OF }, late)).toBe("late");
    expect(next({ ...early, completedOn: day("2021-11-27") }, late)).toBe("early");
  });

  it("is not one past its due day where no step of the district has a day of completion", () => {
    const untold = { ...ALL_COLLECTED, stepCompletions: false };
    const today = { ...early, actionStep: "today", dueOn: AS_OF };
    expect(nextWhere(untold, early, late)).toBe("late");
    expect(nextWhere(untold, early, today)).toBe("today");
    expect(nextWhere(untold, early)).toBeUndefined();
  });

  it("is none without a due day, of a goal that is met, or where there is nothing", () => {
    expect(next({ ...early, dueOn: null })).toBeUndefined();
    expect(next({ ...early, goal: "goal academic" }, late)).toBe("late");
    expect(next()).toBeUndefined();
  });
});
