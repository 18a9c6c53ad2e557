import { describe, expect, it } from "vitest";
import { welch } from "../../../functions/statistics/differences/welch.ts";
import { expectKind } from "../expect-kind.ts";
import { ATTENDANCE } from "../fixture.ts";
import { noSpread, withPlan, withoutPlan } from "../group-comparison-cast.ts";

describe("welch", () => {
  it("compares attendance with a plan and without", () => {
    const result = expectKind(
      welch(withPlan(ATTENDANCE), withoutPlan(ATTENDANCE)),
      "mean-difference",
    );
    expect(result.difference).toBeCloseTo(0.9328412612 - 0.8922407363, 9);
    expect(result.t).toBeCloseTo(2.7222458429, 10);
    expect(result.degreesOfFreedom).toBeCloseTo(43.6974786302, 10);
    expect(result.p).toBeCloseTo(0.0092782187, 10);
    expect(result.interval.lower).toBeCloseTo(0.0105367507, 10);
    expect(result.interval.upper).toBeCloseTo(0.0706642991, 10);
  });

  it("goes by the group that varies when the other does not", () => {
    const result = expectKind(welch(withPlan(ATTENDANCE), noSpread), "mean-difference");
    expect(result.degreesOfFreedom).toBeCloseTo(34, 10);
  });

  it("is not to be had when neither group varies", () => {
    expect(welch(noSpread, { ...noSpread, mean: 0.5 })).toEqual({
      kind: "not-enough-data",
      reason: "no-variation",
    });
  });
});
