import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fraction, fraction } from "../../../functions/statistics/moments/fraction.ts";
import {
  jointHistogramOf,
  mergeJointHistograms,
} from "../../../functions/statistics/moments/joint-histogram.ts";

const pair = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 12 }))
  .map(([goals, absences]) => [fraction(goals, 1), fraction(12 - absences, 12)] as const);

describe("jointHistogramOf", () => {
  it("counts students who hold the same pair, 9 of 10 days or 162 of 180", () => {
    const histogram = jointHistogramOf([
      [fraction(2, 1), fraction(9, 10)],
      [fraction(0, 1), fraction(1, 1)],
      [fraction(2, 1), fraction(162, 180)],
    ]);
    expect(histogram).toEqual({
      cells: [
        [[0, 1], [1, 1], 1],
        [[2, 1], [9, 10], 2],
      ],
    });
  });

  it("survives JSON", () => {
    const histogram = jointHistogramOf([[fraction(1, 1), fraction(17, 18)]]);
    expect(JSON.parse(JSON.stringify(histogram))).toEqual(histogram);
  });
});

describe("mergeJointHistograms", () => {
  it("gives the histogram of all students for any split into schools, in any order", () => {
    const split = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), pair), { maxLength: 40 });
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(split, order, (rows, inOrder) => {
        const pairsOf = (school: number): (readonly [Fraction, Fraction])[] =>
          rows.filter(([group]) => group === school).map(([, values]) => values);
        const schools = inOrder.map((school) => jointHistogramOf(pairsOf(school)));
        expect(mergeJointHistograms(schools)).toEqual(
          jointHistogramOf(rows.map(([, values]) => values)),
        );
      }),
    );
  });

  it("is without cells when there are no parts", () => {
    expect(mergeJointHistograms([])).toEqual({ cells: [] });
  });
});
