import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeMoments } from "../../../functions/statistics/moments/merge-moments.ts";
import { type Moments, emptyMoments } from "../../../functions/statistics/moments/moments.ts";
import { momentsOf } from "../moments-of.ts";
import { WIDTH, allMoments, schoolMoments } from "../fixture.ts";

const COLUMNS = 3;
const value = fc.integer({ min: -18_000, max: 18_000 }).map((hundredths) => hundredths / 100);
const row = fc.array(value, { minLength: COLUMNS, maxLength: COLUMNS });
const SCHOOLS = [0, 1, 2, 3, 4, 5];
/** Rows, each with the school it goes to. */
const split = fc.array(fc.tuple(fc.constantFrom(...SCHOOLS), row), { maxLength: 40 });
const order = fc.shuffledSubarray(SCHOOLS, { minLength: SCHOOLS.length });

describe("mergeMoments", () => {
  it("merges the fixture's five schools into what its 60 rows come to", () => {
    expectSame(schoolMoments.reduce(mergeMoments, emptyMoments(WIDTH)), allMoments);
  });

  it("gives the same for any split into schools, in any order of schools", () => {
    fc.assert(
      fc.property(split, order, (rows, inOrder) => {
        const schools = inOrder.map((school) =>
          momentsOf(
            COLUMNS,
            rows.filter(([group]) => group === school).map(([, values]) => values),
          ),
        );
        const whole = momentsOf(
          COLUMNS,
          rows.map(([, values]) => values),
        );
        expectSame(schools.reduce(mergeMoments, emptyMoments(COLUMNS)), whole);
      }),
    );
  });

  it("leaves moments as they are when merged with none", () => {
    expect(mergeMoments(allMoments, emptyMoments(WIDTH))).toEqual(allMoments);
    expect(mergeMoments(emptyMoments(WIDTH), allMoments)).toEqual(allMoments);
  });

  it("refuses moments of other columns", () => {
    expect(() => mergeMoments(emptyMoments(2), emptyMoments(3))).toThrow(
      "merge moments: 2 columns cannot meet 3",
    );
  });
});

/** Within 1e-12 of the size of the columns they are made of. */
function expectSame(actual: Moments, expected: Moments): void {
  expect(actual.n).toBe(expected.n);
  const sizes = expected.means.map((mean, i) =>
    Math.sqrt(expected.n * mean * mean + expected.m2[i]![i]!),
  );
  actual.means.forEach((mean, i) => {
    expect(Math.abs(mean - expected.means[i]!)).toBeLessThanOrEqual(1e-12 * sizes[i]!);
    actual.m2[i]!.forEach((sum, j) => {
      expect(Math.abs(sum - expected.m2[i]![j]!)).toBeLessThanOrEqual(
        1e-12 * sizes[i]! * sizes[j]!,
      );
    });
  });
}
