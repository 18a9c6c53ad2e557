import { describe, expect, it } from "vitest";
import { groupSummary } from "../../../functions/statistics/differences/group-summary.ts";
import { momentsOf } from "../moments-of.ts";
import { ATTENDANCE } from "../fixture.ts";
import { withPlan, withoutPlan } from "../group-comparison-cast.ts";

describe("groupSummary", () => {
  it("has mean and standard deviation of attendance with a plan and without", () => {
    expect(withPlan(ATTENDANCE).n).toBe(35);
    expect(withPlan(ATTENDANCE).mean).toBeCloseTo(0.9328412612, 10);
    expect(withPlan(ATTENDANCE).standardDeviation).toBeCloseTo(0.0486840571, 10);
    expect(withoutPlan(ATTENDANCE).n).toBe(25);
    expect(withoutPlan(ATTENDANCE).mean).toBeCloseTo(0.8922407363, 10);
    expect(withoutPlan(ATTENDANCE).standardDeviation).toBeCloseTo(0.0621931664, 10);
  });

  it("is not to be had of one student", () => {
    expect(groupSummary(momentsOf(1, [[0.9]]), 0)).toEqual({
      kind: "not-enough-data",
      reason: "too-few-observations",
    });
  });
});
