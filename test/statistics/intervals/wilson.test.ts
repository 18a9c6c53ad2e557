import { describe, expect, it } from "vitest";
import { wilson } from "../../../functions/statistics/intervals/wilson.ts";
import { expectKind } from "../expect-kind.ts";

describe("wilson", () => {
  it.each([
    [10, 35, 0.1632653624, 0.4505493486],
    [40, 45, 0.76500903, 0.9515952821],
  ])("of %i in %i", (numerator, denominator, lower, upper) => {
    const result = expectKind(wilson(numerator, denominator), "proportion");
    expect(result.share).toBe(numerator / denominator);
    expect(result.lower).toBeCloseTo(lower, 9);
    expect(result.upper).toBeCloseTo(upper, 9);
  });

  it("stays between 0 and 1 where none or all are counted", () => {
    expect(wilson(0, 12)).toMatchObject({ share: 0, lower: 0 });
    expect(wilson(12, 12)).toMatchObject({ share: 1, upper: 1 });
    expect(expectKind(wilson(12, 12), "proportion").lower).toBeCloseTo(0.7575, 4);
  });

  it("is not to be had of nothing", () => {
    expect(wilson(0, 0)).toEqual({ kind: "not-enough-data", reason: "too-few-observations" });
  });
});
