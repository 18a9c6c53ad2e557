import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../../functions/statistics/intervals/benjamini-hochberg.ts";

const pValues = [
  0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275,
  0.34,
];
const expected = [
  0.015,
  0.06,
  0.126,
  0.126,
  0.126,
  0.15,
  0.1585714286,
  ...new Array<number>(7).fill(0.2946428571),
  0.34,
];

describe("benjaminiHochberg", () => {
  it("gives the q-values of a family of fifteen tests", () => {
    benjaminiHochberg(pValues).forEach((q, i) => expect(q).toBeCloseTo(expected[i]!, 10));
  });

  it("answers in the order it was asked", () => {
    expect(benjaminiHochberg(pValues.toReversed())).toEqual(
      benjaminiHochberg(pValues).toReversed(),
    );
  });

  it("never passes 1 and gives nothing for nothing", () => {
    expect(benjaminiHochberg([0.9, 1, 0.95])).toEqual([1, 1, 1]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it("refuses what is not a p-value", () => {
    expect(() => benjaminiHochberg([0.1, Number.NaN])).toThrow("expected p-values");
  });
});
