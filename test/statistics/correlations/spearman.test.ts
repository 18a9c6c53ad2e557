import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fraction, fraction } from "../../../functions/statistics/moments/fraction.ts";
import {
  jointHistogramOf,
  mergeJointHistograms,
} from "../../../functions/statistics/moments/joint-histogram.ts";
import { spearman } from "../../../functions/statistics/correlations/spearman.ts";
import { expectKind } from "../expect-kind.ts";
import { type FixtureStudent, attendanceOf, students } from "../fixture.ts";

const whole = (value: number): Fraction => fraction(value, 1);

const goalsAndAttendance = (group: readonly FixtureStudent[]) =>
  jointHistogramOf(group.map((student) => [whole(student.goals), attendanceOf(student)]));

describe("spearman", () => {
  it("of the number of goals with attendance", () => {
    const rho = expectKind(spearman(goalsAndAttendance(students)), "correlation");
    expect(rho.r).toBeCloseTo(0.3640111886, 10);
    expect(rho.t).toBeCloseTo(2.9764255605, 10);
    expect(rho.p).toBeCloseTo(0.004248427193, 12);
    expect(rho.interval.lower).toBeCloseTo(0.112952658, 10);
    expect(rho.interval.upper).toBeCloseTo(0.5713786299, 10);
  });

  it("of having a plan with attendance, and of goals with incidents", () => {
    const planned = jointHistogramOf(students.map((s) => [whole(s.plan), attendanceOf(s)]));
    const incidents = jointHistogramOf(students.map((s) => [whole(s.goals), whole(s.incidents)]));
    expect(expectKind(spearman(planned), "correlation").r).toBeCloseTo(0.327140144, 10);
    expect(expectKind(spearman(incidents), "correlation").r).toBeCloseTo(0.066493692, 10);
  });

  it("is to the last digit the same from the schools' histograms, in any order", () => {
    const schools = ["D", "A", "E", "C", "B"].map((school) =>
      goalsAndAttendance(students.filter((student) => student.school === school)),
    );
    expect(spearman(mergeJointHistograms(schools))).toEqual(spearman(goalsAndAttendance(students)));
  });

  it("does not change when values are stretched in the same order", () => {
    const pair = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
        const plain = jointHistogramOf(pairs.map(([x, y]) => [whole(x), whole(y)]));
        const stretched = jointHistogramOf(
          pairs.map(([x, y]) => [whole(x ** 3 + x), fraction(y, y + 1)]),
        );
        expect(spearman(stretched)).toEqual(spearman(plain));
      }),
    );
  });

  it("turns round when one side is turned round", () => {
    const turned = jointHistogramOf(
      students.map((student) => [whole(-student.goals), attendanceOf(student)]),
    );
    expect(expectKind(spearman(turned), "correlation").r).toBeCloseTo(-0.3640111886, 10);
  });

  it("is not to be had from no student, three, or ones who all tie", () => {
    const tooFew = { kind: "not-enough-data", reason: "too-few-observations" };
    expect(spearman(jointHistogramOf([]))).toEqual(tooFew);
    expect(spearman(goalsAndAttendance(students.slice(0, 3)))).toEqual(tooFew);
    const tied = students.map((student) => [whole(1), attendanceOf(student)] as const);
    expect(spearman(jointHistogramOf(tied))).toEqual({
      kind: "not-enough-data",
      reason: "no-variation",
    });
  });

  it("says so when both sides are in the same order", () => {
    const pairs = [1, 2, 3, 4].map((value) => [whole(value), whole(value ** 2)] as const);
    expect(spearman(jointHistogramOf(pairs))).toEqual({ kind: "perfect-correlation", n: 4, r: 1 });
  });
});
