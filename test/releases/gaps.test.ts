import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateBand } from "../../functions/disclosure/rate-ladder.ts";
import { gapBetween } from "../../functions/releases/gaps.ts";

describe("gapBetween", () => {
  it("tells a gap from what two bands leave open", () => {
    expect(gapBetween("40-49", "70-79")).toEqual({ gapLow: -40, gapHigh: -20, gap: "lower" });
    expect(gapBetween("67", "52")).toEqual({ gapLow: 14, gapHigh: 16, gap: "higher" });
    expect(gapBetween("GE50", "60-69")).toEqual({ gapLow: -20, gapHigh: 41, gap: "unclear" });
    expect(gapBetween("LE5", "GE95")).toEqual({ gapLow: -100, gapHigh: -89, gap: "lower" });
  });

  it("always holds the true gap, and is never certain of the wrong side", () => {
    const group = fc
      .integer({ min: 10, max: 900 })
      .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));
    fc.assert(
      fc.property(group, group, (one, other) => {
        const [band, against] = [rateBand(one.count, one.of)!, rateBand(other.count, other.of)!];
        const points = 100 * (one.count / one.of - other.count / other.of);
        const { gapLow, gapHigh, gap } = gapBetween(band.label, against.label);
        expect(points).toBeGreaterThanOrEqual(gapLow - 1e-9);
        expect(points).toBeLessThanOrEqual(gapHigh + 1e-9);
        if (gap === "higher") expect(points).toBeGreaterThanOrEqual(-1e-9);
        if (gap === "lower") expect(points).toBeLessThanOrEqual(1e-9);
      }),
    );
  });
});
