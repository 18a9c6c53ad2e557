import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiply } from "../../../functions/statistics/moments/matrix.ts";
import { momentsOf } from "../moments-of.ts";
import { sweep } from "../../../functions/statistics/moments/sweep.ts";

describe("sweep", () => {
  it("leaves inverse, coefficients and residual where it says", () => {
    // y on x: xx 4, xy 6, yy 10
    const { matrix, aliased } = sweep(
      [
        [4, 6],
        [6, 10],
      ],
      [0],
    );
    expect(matrix[0]![0]).toBeCloseTo(1 / 4, 14);
    expect(matrix[0]![1]).toBeCloseTo(1.5, 14);
    expect(matrix[1]![1]).toBeCloseTo(10 - 36 / 4, 14);
    expect(aliased).toEqual([]);
  });

  it("inverts when all columns are swept, columns of quite different size too", () => {
    const row = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 12 }), (rows) => {
        const { m2 } = momentsOf(
          3,
          rows.map(([a, b, c]) => [a! / 1e4, b!, c! * 1e4]),
        );
        const { matrix, aliased } = sweep(m2, [0, 1, 2]);
        fc.pre(aliased.length === 0);
        m2.forEach((line, i) => {
          const product = multiply(matrix, line);
          const size = Math.sqrt(line[i]!);
          product.forEach((value, j) => {
            const expected = i === j ? 1 : 0;
            expect(Math.abs(value - expected) * (Math.sqrt(m2[j]![j]!) / size)).toBeLessThan(1e-5);
          });
        });
      }),
    );
  });

  it("leaves out the later of two columns that say the same", () => {
    const { m2 } = momentsOf(
      3,
      [1, 2, 4, 7].map((x, i) => [x, 3 * x + 1, i * i]),
    );
    const onFirst = sweep(m2, [0, 1]);
    const onSecond = sweep(m2, [1, 0]);
    expect(onFirst.aliased).toEqual([1]);
    expect(onFirst.matrix[1]).toEqual([0, 0, 0]);
    expect(onSecond.aliased).toEqual([0]);
    expect(onFirst.matrix[0]![2]).toBeCloseTo(3 * onSecond.matrix[1]![2]!, 12);
  });

  it("leaves out a column that does not vary", () => {
    const { m2 } = momentsOf(
      2,
      [1, 2, 4, 7].map((x) => [5, x]),
    );
    expect(sweep(m2, [0, 1]).aliased).toEqual([0]);
  });

  it("keeps a column whose unit makes it small", () => {
    const { m2 } = momentsOf(
      2,
      [1, 2, 4, 7].map((x, i) => [x / 1e8, i * i]),
    );
    expect(sweep(m2, [0, 1]).aliased).toEqual([]);
  });
});
