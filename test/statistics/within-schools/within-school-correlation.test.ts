import { describe, expect, it } from "vitest";
import { emptyMoments, momentsOf } from "../../../functions/statistics/moments/moments.ts";
import { withinSchoolCorrelation } from "../../../functions/statistics/within-schools/within-school-correlation.ts";
import { expectKind } from "../expect-kind.ts";
import { ATTENDANCE, PLAN, PRIOR, WIDTH, schoolMoments } from "../fixture.ts";

describe("withinSchoolCorrelation", () => {
  it("of plan and attendance among students of the same school", () => {
    const within = expectKind(
      withinSchoolCorrelation(schoolMoments, PLAN, ATTENDANCE, []),
      "correlation",
    );
    expect(within.r).toBeCloseTo(0.2658912146, 10);
  });

  it("counts each school but the first as a control", () => {
    const within = expectKind(
      withinSchoolCorrelation(schoolMoments, PLAN, ATTENDANCE, [PRIOR]),
      "correlation",
    );
    expect(within.r).toBeCloseTo(0.2635004585, 10);
    expect(within.degreesOfFreedom).toBe(60 - 2 - 1 - 4);
  });

  it("does not count a school without students", () => {
    expect(
      withinSchoolCorrelation([...schoolMoments, emptyMoments(WIDTH)], PLAN, ATTENDANCE, []),
    ).toEqual(withinSchoolCorrelation(schoolMoments, PLAN, ATTENDANCE, []));
  });

  it("is not to be had when each school has plans for all or for none", () => {
    const all = momentsOf(
      2,
      [0.9, 0.8, 0.95, 1].map((attendance) => [1, attendance]),
    );
    const none = momentsOf(
      2,
      [0.7, 0.8, 0.99, 1].map((attendance) => [0, attendance]),
    );
    expect(withinSchoolCorrelation([all, none], 0, 1, [])).toEqual({
      kind: "not-enough-data",
      reason: "no-variation",
    });
  });

  it("is not to be had without schools", () => {
    expect(withinSchoolCorrelation([], 0, 1, [])).toEqual({
      kind: "not-enough-data",
      reason: "too-few-observations",
    });
  });
});
