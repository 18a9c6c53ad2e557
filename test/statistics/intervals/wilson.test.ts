import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../../../functions/statistics/intervals/wilson.ts";
import { expectKind } from "../expect-kind.ts";
import { students } from "../fixture.ts";

describe("wilson", () => {
  it.each([
    [1, 10, 35, 0.1632653624, 0.4505493486],
    [0, 12, 25, 0.3003128595, 0.6650148305],
  ])("of the chronically absent with plan = %d", (plan, numerator, denominator, lower, upper) => {
    const group = students.filter((student) => student.plan === plan);
    const chronic = group.filter((student) => student.isChronic).length;
    expect([chronic, group.length]).toEqual([numerator, denominator]);
    const { rate, interval } = expectKind(wilson(chronic, group.length), "proportion");
    expect(rate).toBe(numerator / denominator);
    expect(interval.lower).toBeCloseTo(lower, 10);
    expect(interval.upper).toBeCloseTo(upper, 10);
  });

  it("lies inside 0 to 1, with the rate inside it, and is never without width", () => {
    const count = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(count, ([numerator, denominator]) => {
        const { rate, interval } = expectKind(wilson(numerator, denominator), "proportion");
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.lower).toBeLessThanOrEqual(rate);
        expect(interval.upper).toBeGreaterThanOrEqual(rate);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(interval.upper).toBeGreaterThan(interval.lower);
      }),
    );
  });

  it("starts at 0 for none of 20 and ends at 1 for 20 of 20", () => {
    expect(expectKind(wilson(0, 20), "proportion").interval.lower).toBe(0);
    expect(expectKind(wilson(20, 20), "proportion").interval.upper).toBe(1);
  });

  it("is not to be had of no student", () => {
    expect(wilson(0, 0)).toEqual({ kind: "not-enough-data", reason: "too-few-observations" });
  });

  it("refuses more than all and parts of students", () => {
    expect(() => wilson(3, 2)).toThrow("wilson: expected a numerator from 0");
    expect(() => wilson(-1, 2)).toThrow("wilson: expected a numerator from 0");
    expect(() => wilson(0.5, 2)).toThrow("wilson: expected whole counts");
  });
});
