import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { medianGap, touchDays } from "../../../functions/metrics/plans/plan-touches.ts";
import { held } from "../../mandates/clock-case.ts";
import { assessed, contextOn, goal, step, withGoals } from "../assessed-student.ts";

const gap = (...days: readonly string[]): number | null => medianGap(days.map((on) => day(on)));

describe("the days between touches", () => {
  it("are from day to day the one in the middle, the lower of two", () => {
    expect(gap("2021-09-01", "2021-09-11")).toBe(10);
    expect(gap("2021-09-01", "2021-09-02", "2021-09-12")).toBe(1);
    expect(gap("2021-09-01", "2021-09-02", "2021-09-12", "2021-09-17")).toBe(5);
  });

  it("are none with fewer than two days", () => {
    expect(gap()).toBeNull();
    expect(gap("2021-09-01")).toBeNull();
  });
});

describe("a touch", () => {
  it("is a plan opened, a goal set or ended, a step done or a review held, each day once, by the date of the data", () => {
    const goals = [goal("career", { status: "met", statusOn: day("2021-11-20") })];
    const reviews = [held("2021-09-10"), held("2021-11-27", { review: "R2" })];
    const steps = [step({ completedOn: day("2021-10-05") })];
    const { record } = assessed({ document: withGoals(goals, reviews, steps) });
    expect(touchDays(record, contextOn())).toEqual([
      ...["2021-09-06", "2021-09-10", "2021-10-05", "2021-11-20"],
    ]);
  });
});
