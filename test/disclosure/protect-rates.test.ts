import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "../../functions/disclosure/policy.ts";
import { isSmall, protectRates } from "../../functions/disclosure/protect-rates.ts";

const EMPTY = { numerator: null, denominator: null, rate: null, low: null, high: null };

const rateOf = (numerator: number, denominator: number, isApplicable = true) => {
  const measured = { key: { school: "A" }, numerator, denominator, low: 0.1, high: 0.9 };
  return protectRates([{ ...measured, isApplicable }], DEFAULT_POLICY).rows[0]!;
};

describe("protectRates", () => {
  it("shows a count of 10 and more of a group of 10 and more", () => {
    expect(rateOf(30, 40)).toEqual({
      school: "A",
      numerator: 30,
      denominator: 40,
      rate: 0.75,
      low: 0.1,
      high: 0.9,
      state: "shown",
    });
    expect(rateOf(10, 10).state).toBe("shown");
  });

  it.each([
    ["a group of 9", 9, 9],
    ["a group of 1", 0, 1],
    ["a count of 9", 9, 100],
    ["a count of 1", 1, 1000],
  ])("hides every figure of %s", (_name, numerator, denominator) => {
    expect(rateOf(numerator, denominator)).toEqual({ school: "A", ...EMPTY, state: "hidden" });
  });

  it("shows a true zero of a group that is large enough", () => {
    expect(rateOf(0, 10)).toMatchObject({ numerator: 0, denominator: 10, rate: 0, state: "shown" });
  });

  it("tells apart a group of nobody and a measure that does not apply: neither is 0", () => {
    expect(rateOf(0, 0)).toEqual({ school: "A", ...EMPTY, state: "not-enough-data" });
    expect(rateOf(0, 0, false)).toEqual({ school: "A", ...EMPTY, state: "not-applicable" });
    expect(rateOf(30, 40, false)).toEqual({ school: "A", ...EMPTY, state: "not-applicable" });
  });

  it("gives all figures of a rate or none, and never one of few students", () => {
    const counts = fc
      .nat({ max: 60 })
      .chain((of) => fc.tuple(fc.nat({ max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, fc.boolean(), ([numerator, denominator], isApplicable) => {
        const { state, school, ...figures } = rateOf(numerator, denominator, isApplicable);
        expect(school).toBe("A");
        const isShown = state === "shown";
        expect(Object.values(figures).every((figure) => (figure !== null) === isShown)).toBe(true);
        if (!isShown) return;
        expect(isSmall(figures.numerator!, 10) || isSmall(figures.denominator!, 10)).toBe(false);
      }),
    );
  });
});
