import { describe, expect, it } from "vitest";
import { momentsOf } from "../../../functions/statistics/moments/moments.ts";
import { partialCorrelation } from "../../../functions/statistics/correlations/partial-correlation.ts";
import { pearson } from "../../../functions/statistics/correlations/pearson.ts";
import { expectKind } from "../expect-kind.ts";
import {
  ATTENDANCE,
  FRL,
  GRADE,
  GRADE_DUMMIES,
  PLAN,
  PRIOR,
  allMoments,
  rowOf,
  students,
} from "../fixture.ts";

describe("partialCorrelation", () => {
  it("of plan and attendance, prior attendance alike", () => {
    const partial = expectKind(
      partialCorrelation(allMoments, PLAN, ATTENDANCE, [PRIOR]),
      "correlation",
    );
    expect(partial.r).toBeCloseTo(0.3654647829, 10);
    expect(partial.degreesOfFreedom).toBe(57);
    expect(partial.t).toBeCloseTo(2.9642501076, 10);
    expect(partial.p).toBeCloseTo(0.00442300172, 11);
    expect(partial.interval.lower).toBeCloseTo(0.1206765069, 10);
    expect(partial.interval.upper).toBeCloseTo(0.5683552309, 10);
  });

  it("of plan and attendance, prior attendance and grade as a number alike", () => {
    const partial = expectKind(
      partialCorrelation(allMoments, PLAN, ATTENDANCE, [PRIOR, GRADE]),
      "correlation",
    );
    expect(partial.r).toBeCloseTo(0.3560770145, 10);
    expect(partial.degreesOfFreedom).toBe(56);
  });

  it("of plan and attendance, prior attendance, grade and lunch status alike", () => {
    const controls = [PRIOR, ...GRADE_DUMMIES, FRL];
    const partial = expectKind(
      partialCorrelation(allMoments, PLAN, ATTENDANCE, controls),
      "correlation",
    );
    expect(partial.r).toBeCloseTo(0.2576160399, 10);
    expect(partial.degreesOfFreedom).toBe(50);
    expect(partial.t).toBeCloseTo(1.8852527297, 10);
    expect(partial.p).toBeCloseTo(0.06521323095, 11);
    expect(partial.interval.lower).toBeCloseTo(-0.0164400734, 10);
    expect(partial.interval.upper).toBeCloseTo(0.4956690873, 10);
  });

  it("is Pearson's correlation without controls", () => {
    const plain = expectKind(pearson(allMoments, PLAN, ATTENDANCE), "correlation");
    const partial = expectKind(partialCorrelation(allMoments, PLAN, ATTENDANCE, []), "correlation");
    expect(partial.r).toBeCloseTo(plain.r, 14);
    expect(partial.degreesOfFreedom).toBe(plain.degreesOfFreedom);
  });

  it("does not count a control that repeats another, or is the same for everyone", () => {
    const rows = students.map((student) => {
      const row = rowOf(student);
      return [row[PLAN]!, row[ATTENDANCE]!, row[PRIOR]!, 100 * row[PRIOR]! - 7, 1];
    });
    const partial = expectKind(
      partialCorrelation(momentsOf(5, rows), 0, 1, [2, 3, 4]),
      "correlation",
    );
    expect(partial.r).toBeCloseTo(0.3654647829, 10);
    expect(partial.degreesOfFreedom).toBe(57);
  });

  it("finds no variation left in a column that its control gives", () => {
    const answer = { kind: "not-enough-data", reason: "no-variation" };
    // Divided, so that rounding leaves a little of the column behind.
    for (const divisor of [1, 3, 7, 11, 13, 17]) {
      const rows = students.map(({ goals, prior, attendance }) => [
        goals / divisor + prior,
        attendance,
        goals,
        prior / divisor,
      ]);
      expect(partialCorrelation(momentsOf(4, rows), 0, 1, [2, 3])).toEqual(answer);
    }
  });
});
