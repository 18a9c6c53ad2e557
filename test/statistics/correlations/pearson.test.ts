import { describe, expect, it } from "vitest";
import { momentsOf } from "../moments-of.ts";
import { pearson } from "../../../functions/statistics/correlations/pearson.ts";
import { expectKind } from "../expect-kind.ts";
import { ATTENDANCE, GOALS, PLAN, PRIOR, allMoments, schoolMoments, students } from "../fixture.ts";

describe("pearson", () => {
  it("of having a plan with attendance", () => {
    const correlation = expectKind(pearson(allMoments, PLAN, ATTENDANCE), "correlation");
    expect(correlation.n).toBe(60);
    expect(correlation.r).toBeCloseTo(0.3489195331, 10);
    expect(correlation.interval.lower).toBeCloseTo(0.1042294893, 10);
    expect(correlation.interval.upper).toBeCloseTo(0.5537797441, 10);
    expect(correlation.t).toBeCloseTo(2.8354952531, 10);
    expect(correlation.degreesOfFreedom).toBe(58);
    expect(correlation.p).toBeCloseTo(0.006289166719, 12);
  });

  it("of the number of goals with attendance", () => {
    const correlation = expectKind(pearson(allMoments, GOALS, ATTENDANCE), "correlation");
    expect(correlation.r).toBeCloseTo(0.3720614202, 10);
    expect(correlation.interval.lower).toBeCloseTo(0.1304622116, 10);
    expect(correlation.interval.upper).toBeCloseTo(0.5719507415, 10);
    expect(correlation.p).toBeCloseTo(0.003419970078, 12);
  });

  it("of last year's attendance with this year's", () => {
    const correlation = expectKind(pearson(allMoments, PRIOR, ATTENDANCE), "correlation");
    expect(correlation.r).toBeCloseTo(0.8972542697, 10);
    expect(correlation.interval.lower).toBeCloseTo(0.8331504106, 10);
    expect(correlation.interval.upper).toBeCloseTo(0.937568118, 10);
  });

  it("of the share of goals met with attendance, among students who have goals", () => {
    const rows = students
      .filter(({ goals }) => goals > 0)
      .map(({ met, goals, attendance }) => [met / goals, attendance]);
    const correlation = expectKind(pearson(momentsOf(2, rows), 0, 1), "correlation");
    expect(correlation.n).toBe(35);
    expect(correlation.r).toBeCloseTo(0.0578122868, 10);
    expect(correlation.interval.lower).toBeCloseTo(-0.2808449448, 10);
    expect(correlation.interval.upper).toBeCloseTo(0.3836671971, 10);
    expect(correlation.p).toBeCloseTo(0.7414930208, 10);
  });

  it("of the five schools' means, which is not about students", () => {
    const means = momentsOf(
      2,
      schoolMoments.map((school) => [school.means[PLAN]!, school.means[ATTENDANCE]!]),
    );
    expect(expectKind(pearson(means, 0, 1), "correlation").r).toBeCloseTo(0.6404504648, 10);
  });

  it("needs four students, since with three Fisher's interval has no width to give", () => {
    const rows = [
      [1, 2],
      [2, 1],
      [3, 5],
      [4, 4],
    ];
    expect(pearson(momentsOf(2, rows.slice(0, 3)), 0, 1)).toEqual({
      kind: "not-enough-data",
      reason: "too-few-observations",
    });
    expectKind(pearson(momentsOf(2, rows), 0, 1), "correlation");
  });

  it("is not to be had when every student has a plan", () => {
    const rows = [0.9, 0.95, 0.8, 1, 0.7].map((attendance) => [1, attendance]);
    expect(pearson(momentsOf(2, rows), 0, 1)).toEqual({
      kind: "not-enough-data",
      reason: "no-variation",
    });
  });

  it("says so when one column gives the other", () => {
    const rows = [0.1, 0.2, 0.3, 0.7, 0.9].map((x) => [x, 1 - 3 * x]);
    expect(pearson(momentsOf(2, rows), 0, 1)).toEqual({ kind: "perfect-correlation", n: 5, r: -1 });
  });
});
