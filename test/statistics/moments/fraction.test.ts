import { describe, expect, it } from "vitest";
import {
  compareFractions,
  fraction,
  fractionKey,
} from "../../../functions/statistics/moments/fraction.ts";

describe("fraction", () => {
  it("is the same for 162 of 180 days and 9 of 10", () => {
    expect(fraction(162, 180)).toEqual([9, 10]);
  });

  it("keeps its sign above the line, and has one 0", () => {
    expect(fraction(3, -6)).toEqual([-1, 2]);
    expect(fraction(0, -6)).toEqual([0, 1]);
    expect(fractionKey(fraction(-0, 6))).toBe("0/1");
  });

  it.each([
    [1, 0],
    [0.5, 2],
    [1, 94_906_266],
    [Number.NaN, 1],
  ])("refuses %d of %d", (numerator, denominator) => {
    expect(() => fraction(numerator, denominator)).toThrow("fraction: expected whole numbers");
  });
});

describe("compareFractions", () => {
  it("puts 2/3 below 67/100, and parts near its limit in order", () => {
    expect(compareFractions(fraction(2, 3), fraction(67, 100))).toBeLessThan(0);
    const larger = fraction(94_906_264, 94_906_265);
    expect(compareFractions(fraction(94_906_263, 94_906_264), larger)).toBeLessThan(0);
    expect(compareFractions(larger, larger)).toBe(0);
  });
});
