import { describe, expect, it } from "vitest";
import { individualityOf } from "../../../functions/goals/copies/individuality.ts";

describe("individualityOf", () => {
  it("of clusters of 5, 3, 1 and 1 students is the oracle's", () => {
    const { sharedPairs, individuality, distinctShare, effective } = individualityOf(
      [5, 3, 0, 1, 1],
      10,
    )!;
    expect(sharedPairs).toBeCloseTo(0.2888888889, 9);
    expect(individuality).toBeCloseTo(0.7111111111, 9);
    expect(distinctShare).toBe(0.4);
    expect(effective.shannon).toBeCloseTo(3.2164634553, 9);
    expect(effective.simpson).toBeCloseTo(2.7777777778, 9);
  });

  it.each([
    [Array.from({ length: 10 }, () => 1), 0, 1, 10],
    [[10], 1, 0, 1],
  ])("of the extremes is none or all shared", (sizes, sharedPairs, individuality, effective) => {
    const result = individualityOf(sizes, 10)!;
    expect(result.sharedPairs).toBe(sharedPairs);
    expect(result.individuality).toBe(individuality);
    expect(result.effective.shannon).toBeCloseTo(effective, 9);
    expect(result.effective.simpson).toBeCloseTo(effective, 9);
  });

  it.each([
    [[], 0],
    [[1], 1],
    [[0, 0], 5],
  ])("is nothing for clusters %j of %d students", (sizes, students) => {
    expect(individualityOf(sizes, students)).toBeNull();
  });
});
