import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestRank, totalOf } from "../../../functions/statistics/moments/nearest-rank.ts";

/** So many once each: 1, 2, 3 and so on. */
const upTo = (last: number): { readonly [value: string]: number } =>
  Object.fromEntries(Array.from({ length: last }, (_, place) => [String(place + 1), 1]));

describe("nearestRank", () => {
  it.each([
    // The example of five exam scores that textbooks work out by hand: 15, 20, 35, 40, 50.
    [{ "15": 1, "20": 1, "35": 1, "40": 1, "50": 1 }, 30, 20],
    [{ "15": 1, "20": 1, "35": 1, "40": 1, "50": 1 }, 40, 20],
    [{ "15": 1, "20": 1, "35": 1, "40": 1, "50": 1 }, 50, 35],
    [{ "15": 1, "20": 1, "35": 1, "40": 1, "50": 1 }, 100, 50],
    [upTo(10), 50, 5],
    [upTo(10), 90, 9],
    [upTo(11), 50, 6],
    [upTo(11), 90, 10],
    [upTo(20), 90, 18],
    [{ "7": 1 }, 50, 7],
    [{ "0": 9, "30": 1 }, 90, 0],
    [{ "0": 8, "30": 2 }, 90, 30],
  ])("of %j at %i percent is %i", (counts, percent, value) => {
    expect(nearestRank(counts, percent)).toBe(value);
  });

  it("takes values as numbers, not as text", () => {
    expect(nearestRank({ "100": 1, "9": 1, "10": 1 }, 50)).toBe(10);
  });

  it("is null of none, also where a value is listed that does not occur", () => {
    expect(nearestRank({}, 50)).toBeNull();
    expect(nearestRank({ "3": 0 }, 50)).toBeNull();
    expect(nearestRank({ "3": 0, "4": 1 }, 1)).toBe(4);
  });

  it("is the value at the rank of a sorted list", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (values, percent) => {
          const counts: { [value: string]: number } = {};
          for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
          const inOrder = values.toSorted((a, b) => a - b);
          expect(totalOf(counts)).toBe(values.length);
          expect(nearestRank(counts, percent)).toBe(
            inOrder[Math.ceil((values.length * percent) / 100) - 1],
          );
        },
      ),
    );
  });
});
