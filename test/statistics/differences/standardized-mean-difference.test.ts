import { describe, expect, it } from "vitest";
import { standardizedMeanDifference } from "../../../functions/statistics/differences/standardized-mean-difference.ts";
import { expectKind } from "../expect-kind.ts";
import { PRIOR } from "../fixture.ts";
import { noSpread, withPlan, withoutPlan } from "../group-comparison-cast.ts";

describe("standardizedMeanDifference", () => {
  it("shows how unlike students with and without a plan were the year before", () => {
    const balance = standardizedMeanDifference(withPlan(PRIOR), withoutPlan(PRIOR));
    expect(expectKind(balance, "standardized-mean-difference").difference).toBeCloseTo(
      0.4287894657,
      10,
    );
  });

  it("is not to be had when neither group varies", () => {
    expect(standardizedMeanDifference(noSpread, noSpread)).toEqual({
      kind: "not-enough-data",
      reason: "no-variation",
    });
  });
});
