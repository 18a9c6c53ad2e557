import { describe, expect, it } from "vitest";
import { hedgesG } from "../../../functions/statistics/differences/hedges-g.ts";
import { expectKind } from "../expect-kind.ts";
import { ATTENDANCE } from "../fixture.ts";
import { noSpread, withPlan, withoutPlan } from "../group-comparison-cast.ts";

describe("hedgesG", () => {
  it("of attendance with a plan and without", () => {
    const result = expectKind(
      hedgesG(withPlan(ATTENDANCE), withoutPlan(ATTENDANCE)),
      "effect-size",
    );
    expect(result.cohenD).toBeCloseTo(0.7425069503, 10);
    expect(result.hedgesG / result.cohenD).toBeCloseTo(0.987012987, 10);
    expect(result.hedgesG).toBeCloseTo(0.7328640029, 10);
    expect(result.standardError).toBeCloseTo(0.2704916511, 10);
    expect(result.interval.lower).toBeCloseTo(0.2095952241, 10);
    expect(result.interval.upper).toBeCloseTo(1.2561327817, 10);
  });

  it("is not to be had when neither group varies", () => {
    expect(hedgesG(noSpread, { ...noSpread, mean: 0.5 })).toEqual({
      kind: "not-enough-data",
      reason: "no-variation",
    });
  });
});
