import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateBand } from "../../functions/protection/rate-ladder.ts";
import { gapBetween } from "../../functions/releases/gaps.ts";
import { exact, shown, unshown } from "./release-rows.ts";

describe("gapBetween", () => {
  it.each([
    ["40-49", "70-79", -40, -20, "lower"],
    ["67", "60-64", 2, 8, "higher"],
    ["GE50", "60-69", -20, 41, "unclear"],
    ["LE5", "GE95", -100, -89, "lower"],
    ["67", "66", 0, 2, "higher"],
    ["67", "67", -1, 1, "unclear"],
  ] as const)("of %s and %s is %d to %d points: %s", (one, other, gapLow, gapHigh, gap) => {
    expect(gapBetween(shown(one), shown(other))).toEqual({ gapLow, gapHigh, gap });
  });

  it.each([
    [[20, 40], [10, 40], 25, "higher"],
    [[10, 40], [20, 40], -25, "lower"],
    [[1, 3], [1, 6], 16.7, "higher"],
    [[20, 40], [10, 20], 0, "same"],
  ] as const)(
    "of %j and %j exactly is %d points: %s",
    ([count, n], [otherCount, otherN], points, gap) => {
      expect(gapBetween(exact(count, n), exact(otherCount, otherN))).toEqual({
        gapLow: points,
        gapHigh: points,
        gap,
      });
    },
  );

  it("is between a band and an exact share what the band leaves open", () => {
    expect(gapBetween(shown("40-49"), exact(30, 40))).toEqual({
      gapLow: -36,
      gapHigh: -25,
      gap: "lower",
    });
  });

  it("is none unless both shares are shown", () => {
    expect(gapBetween(shown("67"), unshown("too-few-students"))).toBeNull();
    expect(gapBetween(unshown("not-enough-data"), shown("67"))).toBeNull();
  });

  it("always holds the gap of the shown students, and is never certain of the wrong side", () => {
    const group = fc
      .integer({ min: 10, max: 900 })
      .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));
    const figureOf = ({ count, of }: { readonly count: number; readonly of: number }) => {
      const { label, leastPercent, greatestPercent } = rateBand(count, of)!;
      return { low: leastPercent / 100, high: greatestPercent / 100, band: label };
    };
    fc.assert(
      fc.property(group, group, (one, other) => {
        const points = 100 * (one.count / one.of - other.count / other.of);
        const { gapLow, gapHigh, gap } = gapBetween(figureOf(one), figureOf(other))!;
        expect(points).toBeGreaterThanOrEqual(gapLow - 1e-9);
        expect(points).toBeLessThanOrEqual(gapHigh + 1e-9);
        if (gap === "higher") expect(points).toBeGreaterThanOrEqual(-1e-9);
        if (gap === "lower") expect(points).toBeLessThanOrEqual(1e-9);
        expect(gap).not.toBe("same");
      }),
    );
  });
});
